namespace DetectionKit;

/// <summary>An event of a group that an explanation is asked for.</summary>
/// <param name="Event">The event.</param>
/// <param name="Ticks">Its event time in UTC; the least number when reading it threw.</param>
/// <param name="FellAt">The stage where it falls; null when it passes.</param>
internal readonly record struct GroupEvent<T>(T Event, long Ticks, EventStage? FellAt)
{
    /// <summary>Whether its time lies in a window; a sliding one has its end, not its start.</summary>
    internal bool IsIn(AlertWindow window, bool sliding) => sliding
        ? Ticks > window.Start.UtcTicks && Ticks <= window.End.UtcTicks
        : Ticks >= window.Start.UtcTicks && Ticks < window.End.UtcTicks;
}
