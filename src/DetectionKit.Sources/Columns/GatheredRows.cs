namespace DetectionKit.Sources.Columns;

/// <summary>Events gathered as columns, which are no batch yet.</summary>
internal abstract class GatheredRows
{
    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>Their times, where there is one member that is the event's time; else empty.</summary>
    public virtual ReadOnlySpan<DateTimeOffset> EventTimes => [];
}
