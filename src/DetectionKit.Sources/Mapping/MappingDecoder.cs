using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Mapping;

/// <summary>Turns JSON objects into events as a mapping says.</summary>
/// <param name="context">The run's options and report.</param>
/// <param name="holds">Whether the mapping is about an object.</param>
/// <param name="fields">Where each member stands.</param>
internal sealed class MappingDecoder<T>(DecoderContext context, Func<JsonDocumentFields, bool> holds, IReadOnlyDictionary<string, string[]> fields) : IEventDecoder<T>
    where T : class
{
    private readonly DocumentDecoder<T> _inner = new(context, new Reader(holds, fields).Read);

    /// <inheritdoc/>
    public DateTimeOffset? OldestHeld => null;

    /// <inheritdoc/>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record) => _inner.TimeOf(record);

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output) => _inner.Decode(record, position, output);

    /// <inheritdoc/>
    public bool Release(EventOutput<T> output, bool atEnd) => false;

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private sealed class Reader(Func<JsonDocumentFields, bool> holds, IReadOnlyDictionary<string, string[]> fields)
    {
        internal string? Read(JsonDocumentFields found, out T? made)
        {
            made = null;
            if (!holds(found)) return null;
            var fault = MappedEvent.Make(typeof(T), found, fields, out var e);
            made = (T?)e;
            return fault;
        }
    }
}
