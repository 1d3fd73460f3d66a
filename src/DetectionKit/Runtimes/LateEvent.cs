namespace DetectionKit;

/// <summary>An event that came after all its windows had closed: the late output.</summary>
/// <param name="Event">The event.</param>
/// <param name="Time">Its event time.</param>
/// <param name="Watermark">The watermark that had passed it.</param>
/// <param name="Position">Where it stands in its source, if the source knows.</param>
public sealed record LateEvent(object? Event, DateTimeOffset Time, DateTimeOffset Watermark, EventPosition? Position);
