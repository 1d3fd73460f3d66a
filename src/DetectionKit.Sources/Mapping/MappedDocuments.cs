using System.Reflection;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Documents;
using DetectionKit.Sources.Formats;

namespace DetectionKit.Sources.Mapping;

/// <summary>Events of a format whose records are documents. What is read of the scanned fields of one is what is made of it whole.</summary>
/// <param name="make">Makes the event of a document.</param>
/// <param name="conditions">What a record must have to be an event.</param>
/// <param name="members">What an event is given.</param>
/// <param name="list">See <see cref="DocumentDecoder{T}"/>; where a record has that property, it is read whole.</param>
internal sealed class MappedDocuments<T>(DocumentDecoder<T>.Maker make, MappedCondition[] conditions, MappedMember[] members, string? list = null)
    where T : class
{
    private readonly ConstructorInfo _constructor = MappedEvent.ConstructorOf(typeof(T));

    /// <summary>The record of an event.</summary>
    public MappedRecord Record { get; } = MappedRecord.Of(list is null ? conditions : [new AbsentCondition(list), .. conditions], members)!;

    /// <summary>A decoder of them.</summary>
    public MappingDecoder<T> Decoder(DecoderContext context) => new(context, new(context, make, list), Record);

    /// <summary>Their columns; null where there are none.</summary>
    public IEventColumns<T>? Columns(SourceOptions options, EventReads<T> reads) => new MappedColumns<T>(_constructor, members, Record).Build(reads, options);
}
