namespace DetectionKit.CommandLine.Reading;

/// <summary>Events of one type on their way into a run.</summary>
internal interface IEventFeed<TAlert> : IAsyncDisposable
{
    /// <summary>The event time that it has come to, in ticks; the least value before the first batch.</summary>
    long Reached { get; }

    /// <summary>The type of the events.</summary>
    Type EventType { get; }

    /// <summary>Completes the source as it is.</summary>
    /// <returns>The alerts that this causes.</returns>
    IReadOnlyList<Alert<TAlert>> Complete();

    /// <summary>Pushes the next batch, or completes the source.</summary>
    /// <returns>The alerts that this causes, and whether there was a batch.</returns>
    ValueTask<(IReadOnlyList<Alert<TAlert>> Alerts, bool IsOpen)> StepAsync();
}
