using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Documents;

/// <summary>The fields of a JSON object by their paths: <c>location.geoCoordinates.latitude</c>. A property whose own name has dots is found, too. Of several paths the first that is there counts.</summary>
internal readonly struct JsonDocumentFields(JsonElement root, bool foldCase)
{
    /// <summary>The first value that is there; null when none is.</summary>
    internal JsonElement? Value(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (At(root, path) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } found) return found;
        }

        return null;
    }

    /// <summary>A text: a number and a truth value are given as written. Missing, empty and <c>-</c> are null.</summary>
    internal string? Text(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (At(root, path) is { } found && TextOf(found) is { } text) return text;
        }

        return null;
    }

    /// <summary>A name of a host, a user or an image, in lower case where the options want that.</summary>
    internal string? Name(params ReadOnlySpan<string> paths) => Text(paths) is { } text ? foldCase ? text.ToLowerInvariant() : text : null;

    /// <summary>A time: a date and time, or seconds or milliseconds since 1970, told apart by size.</summary>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Time(out DateTimeOffset time, params ReadOnlySpan<string> paths)
    {
        time = default;
        if (Text(paths) is not { } text) return $"{paths[0]} is missing";
        if (!TimeText.TryReadEpochSeconds(Encoding.UTF8.GetBytes(text), out var ticks)) return $"{paths[0]} is no time: {Shorten(text)}";
        time = new DateTimeOffset(ticks, TimeSpan.Zero);
        return null;
    }

    /// <summary>An address that must be there.</summary>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Address(out IPAddress address, params ReadOnlySpan<string> paths)
    {
        address = IPAddress.None;
        if (Text(paths) is not { } text) return $"{paths[0]} is missing";
        if (!TryAddress(text, out var read)) return $"{paths[0]} is no IP address: {Shorten(text)}";
        address = read;
        return null;
    }

    /// <summary>An address; null where it is missing or none.</summary>
    internal IPAddress? AddressOrNull(params ReadOnlySpan<string> paths) => Text(paths) is { } text && TryAddress(text, out var address) ? address : null;

    /// <summary>A whole number; null where it is missing or none.</summary>
    internal long? Integer(params ReadOnlySpan<string> paths) => Text(paths) is { } text && NumberText.TryReadInteger(Encoding.UTF8.GetBytes(text), out var number) ? number : null;

    /// <summary>A number; null where it is missing or none.</summary>
    internal double? Number(params ReadOnlySpan<string> paths) =>
        Text(paths) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A port that must be there.</summary>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Port(out int port, params ReadOnlySpan<string> paths)
    {
        port = 0;
        if (Text(paths) is not { } text) return $"{paths[0]} is missing";
        if (Integer(paths) is not (>= 0 and <= 65_535 and var number)) return $"{paths[0]} is no port from 0 to 65535: {Shorten(text)}";
        port = (int)number;
        return null;
    }

    /// <summary>An address as sources hand it over: an IPv4-mapped one is IPv4, a zone is dropped, and a port behind it (<c>203.0.113.9:50123</c>) as well.</summary>
    internal static bool TryAddress(string text, out IPAddress address)
    {
        address = IPAddress.None;
        if (text.Count(c => c == ':') == 1) text = text[..text.IndexOf(':', StringComparison.Ordinal)];
        if (!AddressText.TryParse(Encoding.UTF8.GetBytes(text), out var read)) return false;
        address = read;
        return true;
    }

    /// <summary>Whether a text says something: an empty one, and <c>-</c>, do not.</summary>
    internal static bool IsThere(string text) => text.Length > 0 && text != "-";

    internal static string Shorten(string text) => ValueText.Shorten(Encoding.UTF8.GetBytes(text));

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { } text && IsThere(text) ? text : null,
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                JsonValueKind.Object or JsonValueKind.Array => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A text that is not valid UTF-16 (a lone surrogate) can't be had.
            return null;
        }
    }

    private static int NextDot(ReadOnlySpan<char> path, int dot) => path[(dot + 1)..].IndexOf('.') is var next and >= 0 ? dot + 1 + next : -1;

    // An object within a text of JSON, as some exports write it, is gone into.
    private static JsonElement? At(JsonElement from, ReadOnlySpan<char> path)
    {
        if (from.ValueKind == JsonValueKind.String && from.GetString() is ['{', ..] text)
        {
            try
            {
                using var inner = JsonDocument.Parse(text);
                from = inner.RootElement.Clone();
            }
            catch (JsonException)
            {
                return null;
            }
        }

        if (from.ValueKind == JsonValueKind.Array && from.GetArrayLength() > 0) from = from[0];
        if (from.ValueKind != JsonValueKind.Object) return null;
        if (from.TryGetProperty(path, out var whole)) return whole;
        for (var dot = path.IndexOf('.'); dot > 0; dot = NextDot(path, dot))
        {
            if (from.TryGetProperty(path[..dot], out var next) && At(next, path[(dot + 1)..]) is { } found) return found;
        }

        return null;
    }
}
