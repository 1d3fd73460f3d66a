namespace DetectionKit;

/// <summary>The window of an alert; of a stateless rule the event's time twice.</summary>
/// <param name="Start">Its start.</param>
/// <param name="End">Its end: exclusive, but inclusive for a sliding window.</param>
public readonly record struct AlertWindow(DateTimeOffset Start, DateTimeOffset End)
{
    internal static AlertWindow OfTicks(long start, long end) => new(EventTime.Instant(start), EventTime.Instant(end));
}
