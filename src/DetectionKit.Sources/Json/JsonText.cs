using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>The text of JSON strings as UTF-8.</summary>
internal static class JsonText
{
    /// <summary>
    /// Undoes the escapes of a JSON string's inside. It takes what <c>Utf8JsonReader.GetString</c> refuses: invalid UTF-8 is passed on, and half a surrogate
    /// pair becomes U+FFFD.
    /// </summary>
    /// <param name="escaped">The bytes between the quotes, already checked by a JSON reader.</param>
    /// <param name="text">Room for at least as many bytes.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain < 0 || plain + 1 >= escaped.Length)
            {
                escaped.CopyTo(text[written..]);
                return written + escaped.Length;
            }

            escaped[..plain].CopyTo(text[written..]);
            written += plain;
            var code = escaped[plain + 1];
            escaped = escaped[(plain + 2)..];
            if (code != (byte)'u')
            {
                text[written++] = Plain(code);
                continue;
            }

            var rune = ReadRune(ref escaped);
            written += rune.EncodeToUtf8(text[written..]);
        }
    }

    /// <summary>The first property names of an object, for a message; null when the bytes are no JSON object.</summary>
    public static string? PropertyNames(ReadOnlySpan<byte> record)
    {
        const int Most = 12;
        var names = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(record);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read())
            {
                if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 }) continue;
                if (names.Count < Most) names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
                else if (names.Count == Most) names.Add("…");
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return names.Count == 0 ? "(none)" : string.Join(", ", names);
    }

    private static byte Plain(byte code) => code switch
    {
        (byte)'n' => (byte)'\n',
        (byte)'t' => (byte)'\t',
        (byte)'r' => (byte)'\r',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => code,
    };

    private static Rune ReadRune(ref ReadOnlySpan<byte> rest)
    {
        var first = ReadUnit(ref rest);
        if (!char.IsHighSurrogate(first)) return Rune.TryCreate(first, out var single) ? single : Rune.ReplacementChar;
        if (!rest.StartsWith("\\u"u8)) return Rune.ReplacementChar;
        var after = rest[2..];
        var second = ReadUnit(ref after);
        if (!Rune.TryCreate(first, second, out var pair)) return Rune.ReplacementChar;
        rest = after;
        return pair;
    }

    private static char ReadUnit(ref ReadOnlySpan<byte> rest)
    {
        var digits = rest[..Math.Min(4, rest.Length)];
        rest = rest[digits.Length..];
        return Utf8Parser.TryParse(digits, out ushort unit, out _, 'x') ? (char)unit : '\uFFFD';
    }
}
