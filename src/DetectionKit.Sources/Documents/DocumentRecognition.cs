using System.Text.Json;

namespace DetectionKit.Sources.Documents;

/// <summary>Tells a format by the fields of a JSON object.</summary>
internal static class DocumentRecognition
{
    /// <summary>Whether a record is a JSON object of which something holds; it does not throw, whatever the bytes are.</summary>
    /// <param name="record">The record.</param>
    /// <param name="holds">What must hold of its fields.</param>
    internal static bool Holds(ReadOnlySpan<byte> record, Func<JsonDocumentFields, bool> holds)
    {
        if (!record.TrimStart(" \t"u8).StartsWith("{"u8)) return false;
        try
        {
            var reader = new Utf8JsonReader(record);
            using var document = JsonDocument.ParseValue(ref reader);
            return holds(new(document.RootElement, foldCase: false));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // That a text is no UTF-8 shows when it is asked for.
            return false;
        }
    }
}
