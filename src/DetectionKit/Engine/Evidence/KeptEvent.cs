namespace DetectionKit.Engine;

/// <summary>An event kept as evidence that has a position, or a reader of its own.</summary>
internal sealed record KeptEvent(object? Event, EventReader Reader, EventPosition? Position);
