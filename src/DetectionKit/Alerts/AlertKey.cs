using System.Globalization;

namespace DetectionKit;

/// <summary>The key of an alert: what its events have in common. It has an order and an equality of its own, the same on every machine.</summary>
public sealed class AlertKey : IEquatable<AlertKey>, IComparable<AlertKey>
{
    private readonly byte[] _canonical;

    internal AlertKey(IReadOnlyList<AlertKeyPart> parts, byte[] canonical)
    {
        Parts = parts;
        _canonical = canonical;
    }

    /// <summary>The parts, in the order of the GroupBy; none for windows without a key and stateless rules.</summary>
    public IReadOnlyList<AlertKeyPart> Parts { get; }

    /// <summary>The canonical bytes: type tags, null marked, addresses as 16 bytes, text as UTF-8. Alert ids and the order of alerts are made from them.</summary>
    public ReadOnlySpan<byte> CanonicalBytes => _canonical;

    internal static AlertKey None { get; } = new([], []);

    /// <summary>The value of a part, by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such part.</exception>
    public object? this[string name]
    {
        get
        {
            foreach (var part in Parts)
            {
                if (part.Name == name) return part.Value;
            }

            throw new KeyNotFoundException($"The key has no part {name}; it has {string.Join(", ", Parts.Select(part => part.Name))}.");
        }
    }

    /// <inheritdoc/>
    public int CompareTo(AlertKey? other) => other is null ? 1 : CanonicalBytes.SequenceCompareTo(other.CanonicalBytes);

    /// <inheritdoc/>
    public bool Equals(AlertKey? other) => other is not null && CanonicalBytes.SequenceEqual(other.CanonicalBytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AlertKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_canonical);
        return hash.ToHashCode();
    }

    /// <summary><c>Host=A, User=null</c>.</summary>
    public override string ToString() => string.Join(", ", Parts.Select(part => $"{part.Name}={(part.Value is null ? "null" : Convert.ToString(part.Value, CultureInfo.InvariantCulture))}"));
}
