using System.Runtime.InteropServices;

namespace DetectionKit.Engine;

/// <summary>Join and LeftJoin with the latest row of a key.</summary>
/// <param name="keys">The columns of the key.</param>
/// <param name="next">Where rows go.</param>
/// <param name="within">How old the latest row may be, in ticks.</param>
/// <param name="make">Makes the row.</param>
/// <param name="isOptional">Whether a row without a latest row goes on.</param>
/// <param name="limits">The limits on rows kept.</param>
/// <param name="report">The report of the run.</param>
/// <param name="stage">The stage in messages.</param>
internal sealed class LatestOperator<TKey, TFirst, TNext, TRow>(
    KeyColumns<TKey> keys, RowEmitter<TRow> next, Func<long> within, Func<TFirst, TNext?, TRow> make, bool isOptional, StateLimits limits, RunReport report, string stage)
    : MatchOperator<TKey, TFirst, TNext, TRow>(keys, next, report, stage)
    where TKey : struct, IGroupKey<TKey>
{
    private const int FirstSweep = 1024;
    private readonly Dictionary<TKey, Known> _latest = [];
    private readonly Dictionary<TKey, List<Arrived>> _now = [];
    private int _sweepAt = FirstSweep;

    protected override int Held => _latest.Count;

    protected override IEnumerable<TKey> HeldKeys => _latest.Keys;

    protected override void Take(long time, List<Arrived> firsts, List<Arrived> nexts)
    {
        _now.Clear();
        foreach (var row in nexts)
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_now, row.Key, out _);
            (rows ??= []).Add(row);
        }

        foreach (var first in firsts) Join(first, time);
        foreach (var (key, rows) in _now) Keep(key, new(rows[^1].Next, rows[^1].Origin, time));
    }

    protected override void CompleteTo(long frontier)
    {
        if (frontier == long.MaxValue) _latest.Clear();
        if (_latest.Count < _sweepAt) return;
        foreach (var key in _latest.Where(known => IsTooOld(known.Value.Time, frontier)).Select(known => known.Key).ToList()) _latest.Remove(key);
        _sweepAt = Math.Max(FirstSweep, _latest.Count * 2);
    }

    private void Join(in Arrived first, long time)
    {
        var latest = Find(first, time);
        if (latest is null && !isOptional) return;
        try
        {
            // What a latest row counted is of many others, too: only an event is shown.
            var origin = latest is { Origin.Key: null } single ? first.Origin with { Evidence = first.Origin.Evidence.With(single.Origin.Evidence) } : first.Origin;
            Emit(make(first.First, latest is null ? default : latest.Value.Row), time, origin);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            Fault(first.Origin, e);
        }
    }

    // Of the rows at one time the greatest is the latest.
    private Known? Find(in Arrived first, long time)
    {
        if (_now.TryGetValue(first.Key, out var rows))
        {
            for (var i = rows.Count - 1; i >= 0; i--)
            {
                if (!RowOrigins.Same(first.Origin, rows[i].Origin)) return new(rows[i].Next, rows[i].Origin, time);
            }
        }

        return _latest.TryGetValue(first.Key, out var known) && !IsTooOld(known.Time, time) ? known : null;
    }

    private bool IsTooOld(long latest, long time) => time - latest > within();

    private void Keep(TKey key, Known row)
    {
        if (_latest.Count >= limits.MaxGroups && !_latest.ContainsKey(key))
        {
            if (limits.Policy == StateLimitPolicy.Refuse)
            {
                Report.AddRefusedEvent();
                return;
            }

            // One at a time would search all for each new one.
            var oldest = _latest.OrderBy(known => known.Value.Time).ThenBy(known => Keys.KeyOf(known.Key)).Take(Math.Max(1, limits.MaxGroups / 16)).Select(known => known.Key).ToList();
            foreach (var known in oldest) _latest.Remove(known);
            Report.AddShedGroups(oldest.Count);
        }

        _latest[key] = row;
    }

    private readonly record struct Known(TNext Row, RowOrigin Origin, long Time);
}
