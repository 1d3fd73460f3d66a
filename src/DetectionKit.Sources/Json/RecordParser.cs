using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>What keeps a record from being read as a JSON object, in words.</summary>
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

    /// <summary>Reads the values of a flat object's fields.</summary>
    /// <returns>Null, or what is wrong with the record.</returns>
    public static string? ReadFlat(ReadOnlySpan<byte> record, FieldNames names, FieldValues values)
    {
        values.Clear();
        try
        {
            var reader = new Utf8JsonReader(record);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return NotAnObject;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = names.Find(ref reader);
                reader.Read();
                if (field == FieldNames.None) reader.Skip();
                else values.Set(field, ref reader);
            }

            // What follows the object's end is an error, which only reading on brings up.
            reader.Read();
            return null;
        }
        catch (JsonException e)
        {
            return Describe(e);
        }
    }
}
