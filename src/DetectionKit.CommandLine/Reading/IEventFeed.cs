namespace DetectionKit.CommandLine.Reading;

/// <summary>Events of one type on their way into a run.</summary>
internal interface IEventFeed<TAlert> : IAsyncDisposable
{
    /// <summary>The event time that it has come to, in ticks; the least value before the first batch.</summary>
    long Reached { get; }

    /// <summary>Pushes the next batch, or completes the source.</summary>
    /// <returns>The alerts that this causes, and whether there was a batch.</returns>
    ValueTask<(IReadOnlyList<Alert<TAlert>> Alerts, bool IsOpen)> StepAsync();
}
