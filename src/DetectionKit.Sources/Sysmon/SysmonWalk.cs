using System.Text.Json;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Sysmon;

/// <summary>Reads the wanted fields of a Windows event in any of the shapes that <see cref="SysmonScope"/> knows, in one pass.</summary>
internal static class SysmonWalk
{
    /// <returns>Null, or what is wrong with the record.</returns>
    public static string? Read(ReadOnlySpan<byte> record, FieldValues values)
    {
        values.Clear();
        return SysmonXml.Looks(record) ? SysmonXml.Read(record, values) : Read(record, SysmonScope.Record, values, inScratch: false);
    }

    /// <summary>Reads event data that came as a text of JSON.</summary>
    public static string? ReadData(ReadOnlySpan<byte> data, FieldValues values) =>
        SysmonXml.Looks(data) ? SysmonXml.Read(data, values) : Read(data, SysmonScope.Data, values, inScratch: true);

    private static string? Read(ReadOnlySpan<byte> json, SysmonScope scope, FieldValues values, bool inScratch)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return RecordParser.NotAnObject;
            Walk(ref reader, scope, values, inScratch);
            reader.Read();
            return null;
        }
        catch (JsonException e)
        {
            return RecordParser.Describe(e);
        }
    }

    private static void Walk(ref Utf8JsonReader reader, SysmonScope scope, FieldValues values, bool inScratch)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = scope.Fields.Find(ref reader);
            var inner = scope.Open(reader.ValueSpan);
            reader.Read();
            if (inner is not null && reader.TokenType == JsonTokenType.StartObject) Walk(ref reader, inner, values, inScratch);
            else if (field == FieldNames.None) reader.Skip();
            else values.Set(field, ref reader, inScratch);
        }
    }
}
