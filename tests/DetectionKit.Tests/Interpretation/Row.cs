namespace DetectionKit.Tests.Interpretation;

/// <summary>A row on its way through an interpreted plan.</summary>
/// <param name="Value">The row itself.</param>
/// <param name="Time">Its time: that of the event, or the end of its window.</param>
/// <param name="Start">The start of its window; the time of an event.</param>
/// <param name="Key">The key of its pane; null for an event.</param>
/// <param name="Event">The event, for a row that is one event.</param>
/// <param name="Times">The times of the rows that it was made of, in order.</param>
internal sealed record Row(object? Value, long Time, long Start, IReadOnlyList<(string Name, object? Value)>? Key, object? Event, IReadOnlyList<long> Times)
{
    /// <summary>The stage that made it; null for an event.</summary>
    internal object? Stage { get; init; }

    internal AlertTier? Tier { get; init; }

    internal static Row OfEvent(object e, long time) => new(e, time, time, null, e, [time]);
}
