using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DetectionKit.Engine;

/// <summary>
/// Tumbling and hopping windows. Events are counted once, in slices as long as the greatest common divisor of size and hop; a hopping window is the merge of its
/// slices. A slice that closes is given up whole.
/// </summary>
internal sealed class AlignedWindowOperator<TKey, TInput, TState, TFold, TRow> : WindowOperator<TKey, TInput, TState, TFold, TRow>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    private static readonly int s_groupSize = Unsafe.SizeOf<TKey>() + Unsafe.SizeOf<PaneState<TState>>() + 24;
    private static readonly long s_epoch = DateTimeOffset.UnixEpoch.Ticks;
    private readonly Dictionary<long, Dictionary<TKey, PaneState<TState>>> _slices = [];
    private readonly long _size;
    private readonly long _hop;
    private readonly long _slice;
    private long _lastStart = long.MinValue;
    private Dictionary<TKey, PaneState<TState>>? _last;
    private long _frontier = long.MinValue;
    private long _nextEnd = long.MaxValue;

    internal AlignedWindowOperator(PaneContext<TKey, TInput, TState, TFold, TRow> panes, TimeSpan size, TimeSpan hop)
        : base(panes)
    {
        _size = Math.Min(size.Ticks, DateTimeOffset.MaxValue.Ticks);
        _hop = Math.Min(hop.Ticks, DateTimeOffset.MaxValue.Ticks);
        _slice = (long)BigInteger.GreatestCommonDivisor(_size, _hop);
    }

    public override void Accept(Rows rows, in TKey key, in TInput input)
    {
        var time = rows.Times[rows.Row];
        var frontier = FrontierAt(rows);
        if (frontier > _frontier) Reach(frontier);
        var lastWindow = Floor(time, _hop);
        if (time >= lastWindow + _size) return;
        if (lastWindow + _size <= _frontier)
        {
            AddLate(rows);
            return;
        }

        var start = Floor(time, _slice);
        var groups = start == _lastStart ? _last! : Open(start);
        ref var pane = ref CollectionsMarshal.GetValueRefOrNullRef(groups, key);
        if (Unsafe.IsNullRef(ref pane))
        {
            if (!Admit()) return;
            Opened(s_groupSize);
            groups = Open(start);
            pane = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
        }

        Add(ref pane, input, time);
        pane.Evidence.Add(rows, time, EvidenceLimit);
        if (IsEarly) ReviseWindowsOf(start, lastWindow, key, ref pane);
    }

    protected override void Advance(long frontier)
    {
        Reach(frontier);
        Panes.Next.Flush(frontier == long.MaxValue ? long.MaxValue : frontier + 1);
    }

    protected override void Shed(int groups)
    {
        var oldest = _slices.SelectMany(slice => slice.Value.Select(group => (slice.Key, Group: group.Key, group.Value.LastEvent)))
            .OrderBy(group => group.LastEvent).ThenBy(group => group.Key).ThenBy(group => Panes.KeyOf(group.Group)).Take(groups).ToList();
        foreach (var (start, key, _) in oldest)
        {
            if (_slices[start].Remove(key, out var pane)) Closed(ref pane, s_groupSize);
            if (_slices[start].Count == 0) Remove(start);
        }
    }

    // Ticks count from the year 1, windows from 1970.
    private static long Floor(long time, long step) => time - ((((time - s_epoch) % step) + step) % step);

    private Dictionary<TKey, PaneState<TState>> Open(long start)
    {
        ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(_slices, start, out var known);
        if (!known)
        {
            groups = [];
            _nextEnd = Math.Min(_nextEnd, FirstOpenWindow(start) + _size);
        }

        (_lastStart, _last) = (start, groups);
        return groups!;
    }

    // The first window that holds a slice and is still open.
    private long FirstOpenWindow(long slice)
    {
        var first = Floor(slice + _slice - _size + _hop - 1, _hop);
        return _frontier == long.MinValue ? first : Math.Max(first, Floor(_frontier - _size, _hop) + _hop);
    }

    private void Reach(long frontier)
    {
        while (_slices.Count > 0 && _nextEnd <= frontier)
        {
            var start = _nextEnd - _size;
            CloseWindow(start);
            _frontier = _nextEnd;
            foreach (var slice in _slices.Keys.Where(slice => Floor(slice, _hop) <= start).ToList()) Remove(slice, release: true);
            _nextEnd = _slices.Count == 0 ? long.MaxValue : _slices.Keys.Min(FirstOpenWindow) + _size;
        }

        _frontier = Math.Max(_frontier, frontier);
    }

    private void CloseWindow(long start)
    {
        var end = start + _size;
        if (_slice == _size)
        {
            if (!_slices.TryGetValue(start, out var groups)) return;
            foreach (var key in groups.Keys) Close(key, ref CollectionsMarshal.GetValueRefOrNullRef(groups, key), start, end, start);
            return;
        }

        var merged = new Dictionary<TKey, PaneState<TState>>();
        var faulty = new HashSet<TKey>();
        for (var slice = start; slice < end; slice += _slice)
        {
            if (!_slices.TryGetValue(slice, out var groups)) continue;
            foreach (var key in groups.Keys)
            {
                if (faulty.Contains(key)) continue;
                if (!TryMerge(key, ref CollectionsMarshal.GetValueRefOrAddDefault(merged, key, out _), ref CollectionsMarshal.GetValueRefOrNullRef(groups, key))) faulty.Add(key);
            }
        }

        foreach (var key in merged.Keys.Where(key => !faulty.Contains(key))) Close(key, ref CollectionsMarshal.GetValueRefOrNullRef(merged, key), start, end, start);
    }

    private void Remove(long slice, bool release = false)
    {
        if (release)
        {
            var groups = _slices[slice];
            foreach (var key in groups.Keys) Closed(ref CollectionsMarshal.GetValueRefOrNullRef(groups, key), s_groupSize);
        }

        _slices.Remove(slice);
        if (slice == _lastStart) (_last, _lastStart) = (null, long.MinValue);
    }

    private void ReviseWindowsOf(long slice, long lastWindow, in TKey key, ref PaneState<TState> pane)
    {
        if (_slice == _size)
        {
            Revise(key, ref pane, slice, slice + _size, slice);
            return;
        }

        for (var start = FirstOpenWindow(slice); start <= lastWindow; start += _hop)
        {
            var merged = default(PaneState<TState>);
            for (var part = start; part < start + _size; part += _slice)
            {
                if (!_slices.TryGetValue(part, out var groups)) continue;
                ref var piece = ref CollectionsMarshal.GetValueRefOrNullRef(groups, key);
                if (!Unsafe.IsNullRef(ref piece)) Merge(ref merged, ref piece);
            }

            Revise(key, ref merged, start, start + _size, start);
        }
    }
}
