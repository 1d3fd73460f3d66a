namespace DetectionKit.Engine;

/// <summary>
/// Brings rows of two inputs together by key. Rows are held back until the watermark has passed them, then taken in order of time, so that disorder can't change what
/// meets what.
/// </summary>
internal abstract class MatchOperator<TKey, TFirst, TNext, TRow>(KeyColumns<TKey> keys, RowEmitter<TRow> next, RunReport report, string stage) : KeyedOperator<TKey>(keys)
    where TKey : struct, IGroupKey<TKey>
{
    private readonly TimeOrdered<Arrived> _waiting = new();
    private readonly List<Arrived> _firsts = [], _nexts = [];

    internal sealed override long NextDue => _waiting.Count + Held == 0 ? long.MaxValue : long.MinValue;

    internal sealed override int Groups => Held;

    internal sealed override long Bytes => (Held + (long)_waiting.Count) * (System.Runtime.CompilerServices.Unsafe.SizeOf<TKey>() + 160);

    /// <summary>Rows kept beyond their own time.</summary>
    protected abstract int Held { get; }

    protected RunReport Report => report;

    /// <summary>Adds a row of the first input. Called by compiled loops.</summary>
    public void Accept(Rows rows, in TKey key, TFirst value, AlertTier? tier)
    {
        if (IsInTime(rows)) _waiting.Add(new(key, value, default!, RowOrigins.Of(rows, tier), IsNext: false), rows.Time);
    }

    /// <summary>Adds a row of the second input. Called by compiled loops.</summary>
    public void AcceptNext(Rows rows, in TKey key, TNext value, AlertTier? tier)
    {
        if (IsInTime(rows)) _waiting.Add(new(key, default!, value, RowOrigins.Of(rows, tier), IsNext: true), rows.Time);
    }

    protected sealed override void Advance(long frontier)
    {
        while (_waiting.TryTake(frontier, out var time, out var rows))
        {
            Split(rows);
            Take(time, _firsts, _nexts);
        }

        CompleteTo(frontier);
        if (Keys.AreWorthSweeping) Keys.Sweep(HeldKeys.Concat(_waiting.Items.Select(waiting => waiting.Key)));
        next.Flush(frontier);
    }

    /// <summary>Takes all rows of a time; no row of an earlier time is to come.</summary>
    protected abstract void Take(long time, List<Arrived> firsts, List<Arrived> nexts);

    /// <summary>Everything before a frontier is complete.</summary>
    protected abstract void CompleteTo(long frontier);

    protected abstract IEnumerable<TKey> HeldKeys { get; }

    protected void Emit(TRow row, long time, RowOrigin origin) => next.Emit(row, time, origin);

    /// <summary>Notes that an expression threw for a row.</summary>
    protected void Fault(RowOrigin origin, Exception e) => report.AddFault(new(origin.Event ?? origin.Key, origin.Position, stage, e));

    private bool IsInTime(Rows rows)
    {
        if (rows.Time >= FrontierAt(rows)) return true;
        report.AddLate(new(rows.Event, EventTime.Instant(rows.Time), EventTime.Instant(rows.WatermarkHere), rows.Position));
        return false;
    }

    private void Split(List<Arrived> rows)
    {
        _firsts.Clear();
        _nexts.Clear();
        foreach (var row in rows) (row.IsNext ? _nexts : _firsts).Add(row);
        if (_firsts.Count > 1) _firsts.Sort((x, y) => RowOrigins.Compare(x.Origin, y.Origin));
        if (_nexts.Count > 1) _nexts.Sort((x, y) => RowOrigins.Compare(x.Origin, y.Origin));
    }

    /// <summary>A row of either input, with its key.</summary>
    protected readonly record struct Arrived(TKey Key, TFirst First, TNext Next, RowOrigin Origin, bool IsNext);
}
