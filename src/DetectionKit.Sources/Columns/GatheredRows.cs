namespace DetectionKit.Sources.Columns;

/// <summary>Events gathered as columns, which are no batch yet.</summary>
internal abstract class GatheredRows
{
    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>The lines that come on top of those of their positions.</summary>
    public long LinesBefore { get; set; }

    /// <summary>Their times, where there is one member that is the event's time; else empty.</summary>
    public virtual ReadOnlySpan<DateTimeOffset> EventTimes => [];

    /// <summary>Lets go of what they mean, once nobody asks for it: the arrays are used again.</summary>
    public abstract void Forget();

    /// <summary>Copies positions of theirs, with the lines on top.</summary>
    public void CopyPositions(ReadOnlySpan<EventPosition> from, Span<EventPosition> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = new(from[i].Source, from[i].Line + LinesBefore);
    }
}
