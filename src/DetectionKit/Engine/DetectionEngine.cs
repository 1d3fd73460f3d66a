namespace DetectionKit.Engine;

/// <summary>The engine of one run, whatever its alerts and options.</summary>
internal abstract class DetectionEngine
{
    /// <summary>Whether events have a way into it of their own; else its stages follow those of another engine.</summary>
    internal abstract bool TakesEvents { get; }

    /// <summary>The source of events of a type, or of the class that they derive from; null when there is none.</summary>
    internal abstract Type? SourceOf(Type eventType);

    internal abstract void Push<T>(EventBatch<T> batch);

    internal abstract void AdvanceWatermark(long watermark);

    internal abstract void MarkIdle(Type eventType);

    internal abstract void Complete(Type eventType);

    internal abstract void Complete();

    /// <summary>Gives out the alerts made since, each with the watermark that made it due; <c>long.MinValue</c> for one that was sent early.</summary>
    internal abstract void TakeAlerts(Action<Alert, long> take);

    /// <summary>Brings the report up to date with what is held.</summary>
    internal abstract void Account();
}
