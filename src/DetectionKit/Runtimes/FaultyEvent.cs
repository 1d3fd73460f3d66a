namespace DetectionKit;

/// <summary>An event (or a pane) for which an expression of the query threw.</summary>
/// <param name="Event">The event, or the key of the pane.</param>
/// <param name="Position">Where it stands in its source, if the source knows.</param>
/// <param name="Stage">The stage that threw.</param>
/// <param name="Error">What was thrown.</param>
public sealed record FaultyEvent(object? Event, EventPosition? Position, string Stage, Exception Error);
