using System.Reflection;
using System.Text.Json;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Documents;

/// <summary>Turns JSON objects into events, each read whole: for logs with few records, whose shape matters more than their speed.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="make">Makes the event of an object, or none of an object of another kind; says what is wrong with it, or null.</param>
/// <param name="list">The property that holds a list of such objects, where an export wraps them in one; null where none does.</param>
internal sealed class DocumentDecoder<T>(DecoderContext context, DocumentDecoder<T>.Maker make, string? list = null) : IEventDecoder<T>
    where T : class
{
    private static readonly PropertyInfo? s_time = EventTime.MemberOf(typeof(T));

    /// <summary>Makes an event of an object.</summary>
    internal delegate string? Maker(JsonDocumentFields fields, out T? made);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record)
    {
        using var document = Parse(record, out _);
        if (document is null) return null;
        foreach (var element in Objects(document.RootElement))
        {
            if (Make(element, out var made) is null && made is not null) return (DateTimeOffset?)s_time?.GetValue(made);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output)
    {
        using var document = Parse(record, out var fault);
        if (document is null)
        {
            output.Malformed(position, fault!);
            return;
        }

        foreach (var element in Objects(document.RootElement))
        {
            if (Make(element, out var made) is { } reason) output.Malformed(position, reason);
            else if (made is null) output.Skip();
            else output.Add(made, position);
        }
    }

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private string? Make(JsonElement element, out T? made)
    {
        try
        {
            return make(new(element, context.Options.FoldCase), out made);
        }
        catch (InvalidOperationException)
        {
            // That a text is no UTF-8 shows when it is asked for.
            made = null;
            return "a text in it is not valid UTF-8";
        }
    }

    private static JsonDocument? Parse(ReadOnlySpan<byte> record, out string? fault)
    {
        fault = null;
        try
        {
            var reader = new Utf8JsonReader(record);
            var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind == JsonValueKind.Object && record[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty) return document;
            fault = document.RootElement.ValueKind == JsonValueKind.Object ? "there is more after the end of the object" : RecordParser.NotAnObject;
            document.Dispose();
            return null;
        }
        catch (JsonException e)
        {
            fault = RecordParser.Describe(e);
            return null;
        }
    }

    private IEnumerable<JsonElement> Objects(JsonElement root) => list is not null && root.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
        ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
        : [root];
}
