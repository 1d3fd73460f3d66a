using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>Reads the wanted fields of a record with a JSON reader, and says in words what keeps a record from being read. What is quicker must give the same.</summary>
internal static class RecordParser
{
    public const string NotAnObject = "it is not a JSON object";

    public static string Describe(JsonException exception)
    {
        // The message ends with a path and a line number of its own, which mean nothing in a log of one record a line.
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (end > 0) message = message[..end];
        return $"it is not valid JSON at byte {exception.BytePositionInLine ?? 0}: {message}";
    }

    /// <summary>Reads the values of a record's wanted fields; of a field that is there twice the last counts, unless the scope refuses it.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <param name="scope">What is wanted.</param>
    /// <param name="values">Where the values go. It is not cleared.</param>
    /// <param name="inScratch">Whether the bytes are the values' own scratch bytes.</param>
    /// <returns>Null, or what is wrong with the record.</returns>
    public static string? Read(ReadOnlySpan<byte> record, FieldScope scope, FieldValues values, bool inScratch = false)
    {
        try
        {
            var reader = new Utf8JsonReader(record);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return NotAnObject;
            Walk(ref reader, scope, values, inScratch);

            // What follows the object's end is an error, which only reading on brings up.
            reader.Read();
            return null;
        }
        catch (JsonException e)
        {
            return Describe(e);
        }
    }

    private static void Walk(ref Utf8JsonReader reader, FieldScope scope, FieldValues values, bool inScratch)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = scope.Find(ref reader);
            var inner = scope.Open(ref reader);
            reader.Read();
            if (inner is not null && reader.TokenType == JsonTokenType.StartObject)
            {
                if (inner.Mark != FieldNames.None) values.Set(inner.Mark, values.KindOf(inner.Mark) == FieldKind.Absent ? FieldKind.Null : FieldKind.Composite, 0, 0);
                Walk(ref reader, inner, values, inScratch);
            }
            else if (field == FieldNames.None) reader.Skip();
            else if (scope.RefusesRepeated && values.KindOf(field) != FieldKind.Absent) Refuse(ref reader, values, field);
            else values.Set(field, ref reader, inScratch);
        }
    }

    private static void Refuse(ref Utf8JsonReader reader, FieldValues values, int field)
    {
        values.Set(field, FieldKind.Composite, 0, 0);
        reader.Skip();
    }
}
