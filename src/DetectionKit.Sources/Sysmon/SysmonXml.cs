using System.Text;
using System.Xml;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Sysmon;

/// <summary>Reads a Windows event as XML, as Windows renders it and Sysmon for Linux writes it to syslog: <c>System</c>, then <c>Data Name="…"</c>.</summary>
internal static class SysmonXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false,
    };

    public static bool Looks(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8).StartsWith("<Event"u8);

    /// <returns>Null, or what is wrong with the text.</returns>
    public static string? Read(ReadOnlySpan<byte> text, FieldValues values)
    {
        var xml = Encoding.UTF8.GetString(text);
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            reader.Read();
            while (!reader.EOF)
            {
                // Reading an element's content moves to what follows it.
                if (reader.NodeType != XmlNodeType.Element || !Take(reader, values)) reader.Read();
            }

            return null;
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException)
        {
            return $"its XML can't be read: {e.Message}";
        }
    }

    /// <summary>Takes an element's value; says whether that moved the reader on.</summary>
    private static bool Take(XmlReader reader, FieldValues values)
    {
        switch (reader.LocalName)
        {
            case "Provider":
                Set(values, SysmonField.Provider, reader.GetAttribute("Name"));
                Set(values, SysmonField.ProviderGuid, reader.GetAttribute("Guid"));
                return false;
            case "TimeCreated":
                Set(values, SysmonField.TimeCreated, reader.GetAttribute("SystemTime"));
                return false;
            case "EventID":
                return SetContent(reader, values, SysmonField.EventId);
            case "Channel":
                return SetContent(reader, values, SysmonField.Channel);
            case "Computer":
                return SetContent(reader, values, SysmonField.Computer);
            case "Data" when reader.GetAttribute("Name") is { } name:
                return SysmonScope.Data.Find(Encoding.UTF8.GetBytes(name)) is var field and >= 0 && SetContent(reader, values, field);
            default:
                return false;
        }
    }

    private static bool SetContent(XmlReader reader, FieldValues values, int field)
    {
        Set(values, field, reader.ReadElementContentAsString());
        return true;
    }

    private static void Set(FieldValues values, int field, string? text)
    {
        if (text is not null) values.Set(field, Encoding.UTF8.GetBytes(text));
    }
}
