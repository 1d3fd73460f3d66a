using System.Text;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Sysmon;

/// <summary>
/// Reads an event's data from its rendered message, <c>Name: value</c> a line, as <c>Get-WinEvent | ConvertTo-Json</c> leaves it: there the data itself has no names. Only English messages are
/// known for Security and PowerShell; Sysmon's names are never translated.
/// </summary>
internal static class EventMessage
{
    private static readonly (string Label, int Field)[] s_security =
    [
        ("New Process ID", SysmonField.NewProcessId), ("New Process Name", SysmonField.NewProcessName), ("Process Command Line", SysmonField.CommandLine), ("Creator Process Name", SysmonField.ParentProcessName),
        ("Account Name", SysmonField.SubjectUser), ("Account Domain", SysmonField.SubjectDomain),
    ];

    internal static void Read(ReadOnlySpan<byte> message, SysmonKind kind, FieldValues values)
    {
        var text = Encoding.UTF8.GetString(message);
        if (kind == SysmonKind.ScriptBlock) ReadScript(text, values);
        else ReadLines(text, kind, values);
    }

    private static void ReadLines(string text, SysmonKind kind, FieldValues values)
    {
        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            var field = kind == SysmonKind.AuditedProcessStart
                ? Array.Find(s_security, known => known.Label == name) is { Label: not null } known ? known.Field : FieldNames.None
                : SysmonScope.Data.Find(Encoding.UTF8.GetBytes(name));

            // The first account of 4688 is who starts the process; what stands again is of another.
            if (field != FieldNames.None && value.Length > 0 && !values.Has(field)) values.Set(field, Encoding.UTF8.GetBytes(value));
        }
    }

    // "Creating Scriptblock text (1 of 2):", the text, an empty line, "ScriptBlock ID: …".
    private static void ReadScript(string text, FieldValues values)
    {
        var head = text.IndexOf('\n', StringComparison.Ordinal);
        var end = text.LastIndexOf("ScriptBlock ID:", StringComparison.Ordinal);
        if (head < 0 || end <= head) return;
        var part = text[..head].Split('(', ')', ' ').Where(word => word.Length > 0 && word.All(char.IsAsciiDigit)).ToList();
        if (part.Count == 2)
        {
            values.Set(SysmonField.MessageNumber, Encoding.UTF8.GetBytes(part[0]));
            values.Set(SysmonField.MessageTotal, Encoding.UTF8.GetBytes(part[1]));
        }

        values.Set(SysmonField.ScriptBlockText, Encoding.UTF8.GetBytes(text[(head + 1)..end].TrimEnd('\r', '\n')));
        values.Set(SysmonField.ScriptBlockId, Encoding.UTF8.GetBytes(text[(end + "ScriptBlock ID:".Length)..].Split('\n')[0].Trim()));
    }
}
