namespace DetectionKit;

/// <summary>A run as the drivers see it, of one detection or of several.</summary>
internal interface IEventRun<TAlert>
{
    RunSettings Settings { get; }

    IReadOnlyList<TAlert> Push<T>(EventBatch<T> batch);

    IReadOnlyList<TAlert> PushEvent<T>(T e);

    IReadOnlyList<TAlert> AdvanceWatermark(DateTimeOffset watermark);

    IReadOnlyList<TAlert> Complete();

    /// <summary>Takes the newest options, where they come from outside.</summary>
    void Refresh();

    /// <summary>A gatherer of events for this run, where it can be told when an alert is due; else null.</summary>
    IEventGatherer<T, TAlert>? Gatherer<T>();
}
