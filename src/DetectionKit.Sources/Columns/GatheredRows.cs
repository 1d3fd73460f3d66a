namespace DetectionKit.Sources.Columns;

/// <summary>Events gathered as columns, before they are a batch.</summary>
internal abstract class GatheredRows
{
    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>Their times, where there is one member that is the event's time; else empty.</summary>
    public virtual ReadOnlySpan<DateTimeOffset> EventTimes => [];
}
