namespace DetectionKit;

/// <summary>An event kept as evidence.</summary>
/// <param name="Time">Its event time.</param>
/// <param name="Position">Where it stands in its source, if the source knows.</param>
/// <param name="Fields">The fields of it that the detection reads.</param>
public sealed record EvidenceEvent(DateTimeOffset Time, EventPosition? Position, IReadOnlyDictionary<string, object?> Fields);
