using System.Globalization;
using System.Text;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Auditd;

/// <summary>One record of the audit daemon: its type, its time and serial number, and its fields.</summary>
/// <param name="Node">The host, where the record names it.</param>
/// <param name="Type">SYSCALL, EXECVE ….</param>
/// <param name="Ticks">The time, in ticks of UTC.</param>
/// <param name="Serial">The number that the records of one event share, with the time as written before it.</param>
/// <param name="Fields">The fields, as they are written.</param>
internal sealed record AuditRecord(string? Node, string Type, long Ticks, string Serial, IReadOnlyDictionary<string, string> Fields)
{
    private const char Enriched = '\u001d';

    /// <summary>Reads a record; says whether it is one.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> line, out AuditRecord? record)
    {
        record = null;
        var text = Encoding.UTF8.GetString(line);
        var start = text.IndexOf("audit(", StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(')', start);
        if (end < 0) return false;
        var head = Split(text[..start]);
        var id = text[(start + "audit(".Length)..end];
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !head.TryGetValue("type", out var type) || !TimeText.TryReadEpochSeconds(Encoding.ASCII.GetBytes(id[..colon]), out var ticks)) return false;
        var rest = text[(end + 1)..].TrimStart(':', ' ');
        var cut = rest.IndexOf(Enriched, StringComparison.Ordinal);
        record = new(head.GetValueOrDefault("node"), type, ticks, id, Split(cut < 0 ? rest : rest[..cut]));
        return true;
    }

    /// <summary>A field as text: what is in quotes as it is, else decoded where it is written in hexadecimal, as the daemon writes what has blanks or quotes in it; null for <c>(null)</c>.</summary>
    internal string? Text(string name)
    {
        if (!Fields.TryGetValue(name, out var value) || value is "(null)" or "" or "?") return null;
        if (value.Length >= 2 && value[0] == '"' && value[^1] == '"') return value[1..^1];
        return value.Length % 2 == 0 && value.All(char.IsAsciiHexDigit) && TryHex(value) is { } text ? text : value;
    }

    /// <summary>A field as it is written; null for a missing one.</summary>
    internal string? Plain(string name) => Fields.GetValueOrDefault(name)?.Trim('"') is { Length: > 0 } value && value != "(null)" ? value : null;

    /// <summary>The arguments of EXECVE, with one blank between. A long one comes in pieces: <c>a1[0]</c>, <c>a1[1]</c>.</summary>
    internal string? Arguments()
    {
        if (!int.TryParse(Fields.GetValueOrDefault("argc"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        var arguments = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var name = "a" + i.ToString(CultureInfo.InvariantCulture);
            var text = Text(name) ?? Pieces(name);
            if (text is null) break;
            arguments.Add(text);
        }

        return arguments.Count == 0 ? null : string.Join(' ', arguments);
    }

    private string? Pieces(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; Fields.TryGetValue($"{name}[{i.ToString(CultureInfo.InvariantCulture)}]", out var piece); i++) text.Append(piece.Trim('"'));
        if (text.Length == 0) return null;
        var whole = text.ToString();
        return whole.Length % 2 == 0 && whole.All(char.IsAsciiHexDigit) && TryHex(whole) is { } decoded ? decoded : whole;
    }

    private static string? TryHex(string value)
    {
        var text = Encoding.UTF8.GetString(Convert.FromHexString(value)).Replace('\0', ' ').TrimEnd();
        return text.Length > 0 && !text.Any(c => c == '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))) ? text : null;
    }

    // name=value, with blanks between; a value in quotes may have blanks in it.
    private static Dictionary<string, string> Split(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && text[at] is ' ' or ',') at++;
            var equals = text.IndexOf('=', Math.Min(at, text.Length));
            if (equals < 0) break;
            var name = text[at..equals].Trim();
            var from = equals + 1;
            var end = from < text.Length && text[from] == '"' ? text.IndexOf('"', from + 1) is >= 0 and var quote ? quote + 1 : text.Length
                : text.IndexOf(' ', from) is >= 0 and var blank ? blank : text.Length;
            fields.TryAdd(name.LastIndexOf(' ') is >= 0 and var last ? name[(last + 1)..] : name, text[from..end]);
            at = end;
        }

        return fields;
    }
}
