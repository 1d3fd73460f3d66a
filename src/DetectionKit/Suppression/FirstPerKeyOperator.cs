using System.Runtime.InteropServices;

namespace DetectionKit.Engine;

/// <summary>
/// Distinct, Suppress and FirstSeen: of rows with equal keys, one that comes within a time after the last one kept (or seen) is dropped. Rows are taken in order of time,
/// and of those at one time by content, so that the one kept does not depend on arrival.
/// </summary>
internal sealed class FirstPerKeyOperator<TKey, TRow>(KeyColumns<TKey> keys, RowEmitter<TRow> next, Func<long> span, bool fromLastSeen, RunReport report) : KeyedOperator<TKey>(keys)
    where TKey : struct, IGroupKey<TKey>
{
    private const int FirstSweep = 1024;
    private readonly TimeOrdered<Waiting> _waiting = new();
    private readonly Dictionary<TKey, long> _kept = [];
    private int _sweepAt = FirstSweep;

    internal override long NextDue => _waiting.Count == 0 ? long.MaxValue : long.MinValue;

    internal override int Groups => _kept.Count;

    internal override long Bytes => (_kept.Count + (long)_waiting.Count) * (System.Runtime.CompilerServices.Unsafe.SizeOf<TKey>() + 48);

    internal static FirstPerKeyOperator<TKey, TRow> Create(KeyColumns<TKey> keys, RowEmitter<TRow> next, Func<long> span, bool fromLastSeen, RunReport report, long lateness) =>
        new(keys, next, span, fromLastSeen, report) { Lateness = lateness };

    /// <summary>Adds one row. Called by compiled loops.</summary>
    public void Accept(Rows rows, in TKey key, TRow value, AlertTier? tier)
    {
        var time = rows.Times[rows.Row];
        if (time < FrontierAt(rows))
        {
            report.AddLate(new(rows.Event, EventTime.Instant(time), EventTime.Instant(rows.WatermarkHere), rows.Position));
            return;
        }

        var origin = RowOrigins.Of(rows, tier);
        _waiting.Add(new(key, value, origin), time);
    }

    protected override void Advance(long frontier)
    {
        var ticks = span();
        while (_waiting.TryTake(frontier, out var time, out var rows))
        {
            // Stryker disable once Equality : a row by itself is in order
            if (rows.Count > 1) rows.Sort((x, y) => RowOrigins.Compare(x.Origin, y.Origin));
            foreach (var row in rows)
            {
                ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_kept, row.Key, out var known);
                if (known && time - last < ticks)
                {
                    report.AddSuppressed();
                    if (fromLastSeen) last = time;
                    continue;
                }

                last = time;
                next.Emit(row.Value, time, row.Origin);
            }
        }

        Sweep(frontier, ticks);
        next.Flush(frontier);
    }

    private void Sweep(long frontier, long ticks)
    {
        if (_kept.Count < _sweepAt && frontier != long.MaxValue) return;
        foreach (var key in _kept.Where(kept => frontier - kept.Value >= ticks).Select(kept => kept.Key).ToList()) _kept.Remove(key);
        _sweepAt = Math.Max(FirstSweep, _kept.Count * 2);
        if (Keys.AreWorthSweeping) Keys.Sweep(_kept.Keys.Concat(_waiting.Items.Select(waiting => waiting.Key)));
    }

    private readonly record struct Waiting(TKey Key, TRow Value, RowOrigin Origin);
}
