namespace DetectionKit.Engine;

/// <summary>A source as the clock sees it.</summary>
internal abstract class SourceInput
{
    /// <summary>The greatest event time seen.</summary>
    internal long MaxTime { get; set; } = long.MinValue;

    internal long Watermark { get; set; } = long.MinValue;

    /// <summary>An idle source holds no watermark back until its next event.</summary>
    internal bool IsIdle { get; set; }

    internal bool IsComplete { get; set; }

    internal abstract Type EventType { get; }

    /// <summary>Whether any stage is fed by it.</summary>
    internal abstract bool IsConnected { get; }

    /// <summary>A watermark below which no alert leaves because of an event of this time.</summary>
    internal abstract long DueAfter(long time);

    internal abstract void OnWatermark(long watermark);

    internal abstract void Disconnect();
}
