using System.Globalization;
using System.Net;
using System.Text.Json.Serialization;

namespace DetectionKit.GroundTruth;

/// <summary>
/// Which events or alerts a label is about: parts by name, such as host, user, image, commandLine and remoteAddress. A part that is not named may be
/// anything; a part named with null must be missing.
/// </summary>
/// <remarks>Texts compare without case, but for command lines, which compare exactly; addresses compare as addresses. Names of parts compare without case.</remarks>
[JsonConverter(typeof(GroundTruthKeyConverter))]
public sealed class GroundTruthKey : IEquatable<GroundTruthKey>
{
    private const string Host = "host", User = "user", Image = "image", CommandLine = "commandLine", RemoteAddress = "remoteAddress";
    private static readonly string[] Known = [Host, User, Image, CommandLine, RemoteAddress];
    private readonly (string Name, string? Value)[] _parts;
    private readonly IPAddress? _address;

    private GroundTruthKey((string Name, string? Value)[] parts)
    {
        _parts = parts;
        if (Array.Find(parts, part => IsNamed(part, RemoteAddress)).Value is { } address) _address = AddressValue.Plain(IPAddress.Parse(address));
    }

    /// <summary>The key that names nothing and matches everything.</summary>
    public static GroundTruthKey Any { get; } = new([]);

    /// <summary>The names of the parts of a network connection, in the order in which they are written. Other parts follow, in order of their names.</summary>
    public static IReadOnlyList<string> PartNames => Known;

    /// <summary>The names of the parts that it names.</summary>
    public IEnumerable<string> Names => _parts.Select(part => part.Name);

    /// <summary>How many parts it names: of two labels that match an event, the one that names more applies.</summary>
    public int NamedParts => _parts.Length;

    /// <summary>The same key with one part more, or with another value of a part.</summary>
    /// <param name="part">The part: one of <see cref="PartNames"/>, or a key part of a detection.</param>
    /// <param name="value">What it must be; null when it must be missing.</param>
    /// <returns>The new key.</returns>
    /// <exception cref="ArgumentException">The part has no name, or the value of remoteAddress is not an IP address.</exception>
    public GroundTruthKey With(string part, string? value)
    {
        if (string.IsNullOrWhiteSpace(part)) throw new ArgumentException($"A part of a key has a name, such as {string.Join(", ", Known)}.", nameof(part));
        var name = Array.Find(Known, known => known.Equals(part, StringComparison.OrdinalIgnoreCase)) ?? part;
        if (name == RemoteAddress && (value is null || !IPAddress.TryParse(value, out _)))
            throw new ArgumentException($"remoteAddress '{value ?? "null"}' is not an IP address. Write one such as 203.0.113.7 or 2001:db8::7, or leave it out.", nameof(value));
        return new([.. _parts.Where(known => !IsNamed(known, name)).Append((Name: name, Value: value)).OrderBy(Order).ThenBy(known => known.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Whether a part is named, and with what value.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="value">Its value: null when it must be missing, and when it is not named.</param>
    /// <returns>Whether it is named.</returns>
    public bool TryGet(string part, out string? value)
    {
        var index = Array.FindIndex(_parts, known => IsNamed(known, part));
        value = index < 0 ? null : _parts[index].Value;
        return index >= 0;
    }

    /// <summary>Whether an event has every part that is named. Of parts that a connection does not have, none matches.</summary>
    /// <param name="connection">The event.</param>
    /// <returns>Whether it has.</returns>
    public bool Matches(NetworkConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        foreach (var (name, value) in _parts)
        {
            var isSame = name switch
            {
                Host => Same(value, connection.Host),
                User => Same(value, connection.User),
                Image => Same(value, connection.Image),
                CommandLine => string.Equals(value, connection.CommandLine, StringComparison.Ordinal),
                RemoteAddress => connection.RemoteAddress.Equals(_address),
                _ => false,
            };
            if (!isSame) return false;
        }

        return true;
    }

    /// <summary>How many of its parts an alert's key has too, if all of these are equal.</summary>
    /// <param name="key">The key of an alert.</param>
    /// <returns>The number; null when one differs, or when there is nothing to compare.</returns>
    public int? Compare(AlertKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var compared = 0;
        foreach (var part in _parts)
        {
            foreach (var (name, value) in key.Parts)
            {
                if (!IsNamed(part, name)) continue;
                if (!IsSame(part.Name, part.Value, value)) return null;
                compared++;
            }
        }

        return compared > 0 || _parts.Length == 0 ? compared : null;
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
    public override string ToString() => string.Join(", ", _parts.Select(part => $"{part.Name} = {part.Value ?? "(missing)"}"));

    private static int Order((string Name, string? Value) part) => Array.IndexOf(Known, part.Name) is >= 0 and var index ? index : Known.Length;

    private static bool IsNamed((string Name, string? Value) part, string name) => string.Equals(part.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool Same(string? wanted, string? value) => string.Equals(wanted, value, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string name, string? wanted, object? value) => value switch
    {
        IPAddress address => wanted is not null && IPAddress.TryParse(wanted, out var other) && AddressValue.Plain(other)!.Equals(AddressValue.Plain(address)),
        string text => string.Equals(wanted, text, name == CommandLine ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase),
        null => wanted is null,
        var other => Same(wanted, Convert.ToString(other, CultureInfo.InvariantCulture)),
    };
}
