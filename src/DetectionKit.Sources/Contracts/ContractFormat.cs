using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Contracts;

/// <summary>A user's own JSON, read by a System.Text.Json contract. It is never told from content: the caller names it by giving the contract.</summary>
/// <param name="contract">The contract.</param>
/// <param name="time">What gives the event time; null where a property does, or nobody asks.</param>
/// <param name="timeProperty">The property that is the event time; null where it is made otherwise, or nobody asks.</param>
internal sealed class ContractFormat<TEvent>(JsonTypeInfo<TEvent> contract, Func<TEvent, DateTimeOffset>? time, JsonPropertyInfo? timeProperty) : IEventFormat, IColumnFormat
{
    /// <inheritdoc/>
    public string Name => "contract";

    /// <inheritdoc/>
    public string Description => $"JSON of {typeof(TEvent).Name}";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> record) => true;

    /// <inheritdoc/>
    public IEventDecoder<T>? CreateDecoder<T>(DecoderContext context) => new ContractDecoder<TEvent>(contract, time, timeProperty) as IEventDecoder<T>;

    /// <inheritdoc/>
    public IEventColumns<T>? ColumnsOf<T>(SourceOptions options, EventReads<T> reads) =>
        contract is JsonTypeInfo<T> own ? new ContractColumnsBuilder<T>(own, reads, options.BatchSize).Build() : null;
}
