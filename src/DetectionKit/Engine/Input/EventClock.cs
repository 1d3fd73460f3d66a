namespace DetectionKit.Engine;

/// <summary>
/// The clock of a run, moved by events and callers only. Each source has a watermark, its greatest event time less the tolerance; the run's is the least of
/// those that are neither idle nor complete. It never goes back.
/// </summary>
internal sealed class EventClock(Disorder disorder, TimeSpan farFutureLimit)
{
    private readonly List<SourceInput> _sources = [];
    private readonly long _tolerance = disorder.Tolerance.Ticks;
    private readonly ulong _farthest = (ulong)disorder.Tolerance.Ticks + (ulong)farFutureLimit.Ticks;
    private long[] _watermarks = [];

    internal long Watermark { get; private set; } = long.MinValue;

    internal void Add(SourceInput source) => _sources.Add(source);

    /// <summary>Gives each row of a batch the watermark at which it came, and sets aside what lies too far ahead.</summary>
    internal void Judge(SourceInput source, Rows rows, long limit, RunReport report)
    {
        source.IsIdle = false;
        rows.Watermarks = null;
        rows.Watermark = Watermark;
        if (disorder.IsAny) return;

        if (_watermarks.Length < rows.Count) _watermarks = new long[Math.Max(rows.Count, _watermarks.Length * 2)];
        var others = LeastOfOthers(source);
        Reach(Math.Min(source.Watermark, others));
        var times = rows.Times.AsSpan(0, rows.Count);
        var watermarks = _watermarks.AsSpan(0, rows.Count);
        for (var i = 0; i < times.Length; i++)
        {
            // Only a time beyond all before it moves the watermark, or can be too far ahead; it is never one that was set aside.
            if (times[i] > source.MaxTime) JudgeLatest(source, ref times[i], others, limit, report);
            watermarks[i] = Watermark;
        }

        // A source that held events back may have let them go since: its watermark catches up with what it has seen.
        if (source.MaxTime != long.MinValue) source.Watermark = Math.Max(source.Watermark, Math.Min(source.MaxTime - _tolerance, limit));
        Reach(Math.Min(source.Watermark, others));
        rows.Watermarks = _watermarks;
    }

    /// <summary>Takes the watermark of a caller who knows more than the events say.</summary>
    internal void Reach(long watermark) => Watermark = Math.Max(Watermark, watermark);

    /// <summary>Looks at all sources again, after one has become idle or complete.</summary>
    internal void Update()
    {
        var least = LeastOfOthers(null);
        if (_sources.TrueForAll(source => source.IsComplete)) Reach(long.MaxValue);
        else if (!disorder.IsAny && least != long.MaxValue) Reach(least);
    }

    private void JudgeLatest(SourceInput source, ref long time, long others, long limit, RunReport report)
    {
        if (IsFarFuture(time, Math.Max(source.Watermark, Watermark)))
        {
            report.AddFarFuture();
            time = Rows.SetAside;
            return;
        }

        source.MaxTime = time;
        source.Watermark = Math.Max(source.Watermark, Math.Min(Math.Max(time - _tolerance, long.MinValue + 1), limit));
        Reach(Math.Min(source.Watermark, others));
    }

    // What counts is how far the event would move the watermark: else a tolerance longer than the limit would set all events aside.
    // The distance of two times fits 64 bits without a sign.
    private bool IsFarFuture(long time, long watermark) =>
        watermark != long.MinValue && time > watermark && unchecked((ulong)(time - watermark)) > _farthest;

    private long LeastOfOthers(SourceInput? except)
    {
        var least = long.MaxValue;
        foreach (var source in _sources)
        {
            if (source != except && !source.IsIdle && !source.IsComplete) least = Math.Min(least, source.Watermark);
        }

        return least;
    }
}
