using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DetectionKit.Engine;

/// <summary>
/// Tumbling and hopping windows. Events are counted once, in slices as long as the greatest common divisor of size and hop; a hopping window is the merge of its
/// slices. A slice that closes is given up whole.
/// </summary>
internal sealed class AlignedWindowOperator<TKey, TInput, TState, TFold> : WindowOperator<TKey, TInput, TState, TFold>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    private static readonly int s_groupSize = Unsafe.SizeOf<TKey>() + Unsafe.SizeOf<PaneState<TState>>() + 24;
    private readonly Dictionary<long, PagedTable<TKey, PaneState<TState>>> _slices = [];
    private readonly long _size;
    private readonly long _hop;
    private readonly long _slice;
    private long _lastStart = long.MinValue;
    private PagedTable<TKey, PaneState<TState>>? _last;
    private PagedTable<TKey, PaneState<TState>>? _spare;
    private long _frontier = long.MinValue;
    private long _nextEnd = long.MaxValue;

    internal AlignedWindowOperator(PaneContext<TKey, TInput, TState, TFold> panes, TimeSpan size, TimeSpan hop)
        : base(panes)
    {
        _size = Math.Min(size.Ticks, DateTimeOffset.MaxValue.Ticks);
        _hop = Math.Min(hop.Ticks, DateTimeOffset.MaxValue.Ticks);
        _slice = (long)BigInteger.GreatestCommonDivisor(_size, _hop);
    }

    internal override long NextDue => _nextEnd;

    internal override long DueAfter(long time) => FirstEndAfter(time);

    internal override void TakeBlock(Rows rows)
    {
        if (Block.Next == 0) Block.Encode();
        if (Block.Next == Block.Count) return;
        var isQuiet = IsQuiet(rows);
        var (groups, start) = (_last, _lastStart);
        if (isQuiet && Block.Next == 0) groups?.Prefetch(Block.Hashes, Block.Count);
        while (Block.Next < Block.Count)
        {
            var i = Block.Next++;
            rows.Row = Block.Selected[i];
            var time = rows.Times[rows.Row];
            if (!isQuiet && !IsInTime(rows, time)) continue;
            if (groups is null || groups != _last || (ulong)(time - start) >= (ulong)_slice)
            {
                start = WindowAlignment.Floor(time, _slice);
                groups = Open(start);
            }

            if (IsFull && Unsafe.IsNullRef(ref groups.Find(Block.Keys[i])))
            {
                if (!Admit()) continue;
                groups = Open(start);
            }

            ref var pane = ref groups.GetOrAdd(Block.Keys[i], Block.Hashes[i], out var isNew);
            if (isNew) Opened(s_groupSize);
            Add(ref pane, Block.Inputs[i], time);
            Evidence.Add(ref pane.Evidence, rows, time);
            if (IsEarly) ReviseWindowsOf(start, WindowAlignment.Floor(time, _hop), Block.Keys[i], ref pane);
        }
    }

    protected override void Advance(long frontier)
    {
        // Before windows close: what they counted is likely to come again in the next.
        SweepKeys();
        Reach(frontier);
        Flush(frontier == long.MaxValue ? long.MaxValue : frontier + 1);
    }

    protected override IEnumerable<TKey> KeysInUse() => _slices.Values.SelectMany(groups => Enumerable.Range(0, groups.Count).Select(i => groups.KeyAt(i)));

    protected override void Shed(int groups)
    {
        var oldest = _slices
            .SelectMany(slice => Enumerable.Range(0, slice.Value.Count).Select(i => (slice.Key, Index: i, slice.Value.ValueAt(i).LastEvent)))
            .OrderBy(group => group.LastEvent).ThenBy(group => group.Key).ThenBy(group => Panes.KeyOf(_slices[group.Key].KeyAt(group.Index)))
            .Take(groups).GroupBy(group => group.Key, group => group.Index).ToList();
        foreach (var slice in oldest)
        {
            var table = _slices[slice.Key];
            foreach (var index in slice) Closed(ref table.ValueAt(index), s_groupSize);
            table.RemoveWhere(slice.ToHashSet().Contains);
            if (table.Count == 0) Remove(slice.Key);
        }
    }

    // Whether no window closes while the block is taken and none of its rows is late: then no row needs to be judged. The watermark only rises, so the last row tells.
    private bool IsQuiet(Rows rows)
    {
        if (_hop > _size) return false;
        var earliest = long.MaxValue;
        for (var i = Block.Next; i < Block.Count; i++) earliest = Math.Min(earliest, rows.Times[Block.Selected[i]]);
        var last = Block.Selected[Block.Count - 1];
        var frontier = FrontierAt(rows.Watermarks is { } watermarks ? watermarks[last] : rows.Watermark);
        return frontier < _nextEnd && frontier < FirstEndAfter(earliest);
    }

    // The end of the first window that holds a time, or, where windows leave gaps, that comes after it.
    private long FirstEndAfter(long time) => WindowAlignment.Floor(time - _size, _hop) + _hop + _size;

    // Takes windows and watermark to where they stand at the current row, and says whether a window is open for it.
    private bool IsInTime(Rows rows, long time)
    {
        var frontier = FrontierAt(rows);
        if (frontier > _frontier) Reach(frontier);
        var lastWindow = WindowAlignment.Floor(time, _hop);
        if (time >= lastWindow + _size) return false;
        if (lastWindow + _size > _frontier) return true;
        AddLate(rows);
        return false;
    }

    private PagedTable<TKey, PaneState<TState>> Open(long start)
    {
        ref var groups = ref CollectionsMarshal.GetValueRefOrAddDefault(_slices, start, out var known);
        if (!known)
        {
            groups = _spare ?? new();
            _spare = null;
            _nextEnd = Math.Min(_nextEnd, FirstOpenWindow(start) + _size);
        }

        (_lastStart, _last) = (start, groups);
        return groups!;
    }

    // The first window that holds a slice and is still open.
    private long FirstOpenWindow(long slice)
    {
        var first = WindowAlignment.Floor(slice + _slice - _size + _hop - 1, _hop);
        return _frontier == long.MinValue ? first : Math.Max(first, WindowAlignment.Floor(_frontier - _size, _hop) + _hop);
    }

    private void Reach(long frontier)
    {
        while (_slices.Count > 0 && _nextEnd <= frontier)
        {
            var start = _nextEnd - _size;
            CloseWindow(start);
            _frontier = _nextEnd;
            foreach (var slice in _slices.Keys.Where(slice => WindowAlignment.Floor(slice, _hop) <= start).ToList()) Remove(slice, release: true);
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
            CloseAll(groups, start, end);
            return;
        }

        var merged = new PagedTable<TKey, PaneState<TState>>();
        var faulty = new HashSet<TKey>();
        for (var slice = start; slice < end; slice += _slice)
        {
            if (!_slices.TryGetValue(slice, out var groups)) continue;
            for (var i = 0; i < groups.Count; i++)
            {
                ref var key = ref groups.KeyAt(i);
                if (faulty.Contains(key) || TryMerge(key, ref merged.GetOrAdd(key, out _), ref groups.ValueAt(i))) continue;
                faulty.Add(key);
            }
        }

        CloseAll(merged, start, end, faulty);
        for (var i = 0; i < merged.Count; i++) Discard(ref merged.ValueAt(i));
    }

    private void Remove(long slice, bool release = false)
    {
        if (release)
        {
            var groups = _slices[slice];

            // The only slice: its events can be given up all at once.
            var isOnly = _slices.Count == 1;
            if (isOnly) Evidence.Clear();
            for (var i = 0; i < groups.Count; i++)
            {
                ref var pane = ref groups.ValueAt(i);
                if (isOnly) pane.Evidence = default;
                Closed(ref pane, s_groupSize);
            }

            groups.Clear();
            _spare = groups;
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
                ref var piece = ref groups.Find(key);
                if (!Unsafe.IsNullRef(ref piece)) Merge(ref merged, ref piece);
            }

            Revise(key, ref merged, start, start + _size, start);
            Discard(ref merged);
        }
    }
}
