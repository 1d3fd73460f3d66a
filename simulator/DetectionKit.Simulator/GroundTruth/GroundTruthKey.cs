using System.Net;
using System.Text.Json.Serialization;

namespace DetectionKit.Simulator.GroundTruth;

/// <summary>
/// Which events a label is about: any of the parts host, user, image, commandLine and remoteAddress, by name. A part that is not named may be
/// anything; a part named with null must be missing in the event.
/// </summary>
/// <remarks>Hosts, users and images compare without case, command lines exactly, addresses as addresses.</remarks>
[JsonConverter(typeof(GroundTruthKeyConverter))]
public sealed class GroundTruthKey : IEquatable<GroundTruthKey>
{
    private static readonly string[] Known = ["host", "user", "image", "commandLine", "remoteAddress"];
    private readonly (bool Named, string? Value)[] _parts;
    private readonly IPAddress? _address;

    private GroundTruthKey((bool Named, string? Value)[] parts)
    {
        _parts = parts;
        if (parts[4].Value is { } address) _address = IPAddress.Parse(address);
    }

    /// <summary>The key that names nothing and matches everything.</summary>
    public static GroundTruthKey Any { get; } = new(new (bool, string?)[Known.Length]);

    /// <summary>The names of all parts, in the order in which they are written.</summary>
    public static IReadOnlyList<string> PartNames => Known;

    /// <summary>How many parts it names: of two labels that match an event, the one that names more applies.</summary>
    public int NamedParts => _parts.Count(p => p.Named);

    /// <summary>The same key with one part more, or with another value of a part.</summary>
    /// <param name="part">One of <see cref="PartNames"/>.</param>
    /// <param name="value">What it must be; null when it must be missing.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentException">There is no such part, or the value of remoteAddress is not an IP address.</exception>
    public GroundTruthKey With(string part, string? value)
    {
        var index = Array.IndexOf(Known, part);
        if (index < 0) throw new ArgumentException($"A key has no part '{part}'. Write one of: {string.Join(", ", Known)}.", nameof(part));
        if (index == 4 && (value is null || !IPAddress.TryParse(value, out _)))
            throw new ArgumentException($"remoteAddress '{value ?? "null"}' is not an IP address. Write one such as 203.0.113.7 or 2001:db8::7, or leave it out.", nameof(value));
        var parts = ((bool, string?)[])_parts.Clone();
        parts[index] = (true, value);
        return new GroundTruthKey(parts);
    }

    /// <summary>Whether a part is named, and with what value.</summary>
    /// <param name="part">One of <see cref="PartNames"/>.</param>
    /// <param name="value">Its value: null when it must be missing, and when it is not named.</param>
    /// <returns>Whether it is named.</returns>
    public bool TryGet(string part, out string? value)
    {
        var index = Array.IndexOf(Known, part);
        (var named, value) = index < 0 ? default : _parts[index];
        return named;
    }

    /// <summary>Whether an event has every part that is named.</summary>
    /// <param name="connection">The event.</param>
    /// <returns>Whether it has.</returns>
    public bool Matches(NetworkConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return Matches(0, connection.Host, StringComparison.OrdinalIgnoreCase)
            && Matches(2, connection.Image, StringComparison.OrdinalIgnoreCase)
            && Matches(1, connection.User, StringComparison.OrdinalIgnoreCase)
            && Matches(3, connection.CommandLine, StringComparison.Ordinal)
            && (!_parts[4].Named || connection.RemoteAddress.Equals(_address));
    }

    /// <inheritdoc/>
    public bool Equals(GroundTruthKey? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GroundTruthKey);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var part in _parts) hash.Add(part);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(", ", Known.Zip(_parts).Where(p => p.Second.Named).Select(p => $"{p.First} = {p.Second.Value ?? "(missing)"}"));

    private bool Matches(int index, string? value, StringComparison comparison)
    {
        var (named, wanted) = _parts[index];
        return !named || string.Equals(wanted, value, comparison);
    }
}
