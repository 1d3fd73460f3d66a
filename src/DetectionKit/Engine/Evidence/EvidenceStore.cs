namespace DetectionKit.Engine;

/// <summary>
/// The events that a stage keeps as evidence, in pages, of which but the first ever moves: 20 bytes an event. An array a group took 88 bytes and more, and made the garbage collector
/// walk a million small objects.
/// </summary>
/// <param name="limit">How many events are shown of a pane. One is kept in any case, for its time.</param>
/// <param name="report">Where a kept event that can't be made is counted.</param>
internal sealed class EvidenceStore(int limit, RunReport report)
{
    private const int PageBits = 12;
    private const int PageSize = 1 << PageBits;

    // The first page grows up to its size: where a rule is tested, each run keeps a few events only.
    private const int FirstEvents = 64;
    private readonly int _kept = Math.Max(1, limit);
    private long[][] _times = [];
    private object?[][] _events = [];
    private int[][] _next = [];

    // The rows of kept batches: there is a page only where a batch was kept.
    private int[]?[] _rows = [];
    private int _used;
    private int _released;
    private EventReader? _reader;

    /// <summary>Adds the current row of a batch.</summary>
    internal void Add(ref EvidenceChain chain, Rows rows, long time)
    {
        // Most events come after those kept: a pane that has its fill looks at the time only.
        if (chain.Count == _kept && time > chain.Last) chain.Last = time;
        else if (limit == 0) Insert(ref chain, time, null);
        else if (rows.Kept is { } batch && (_reader ??= rows.Reader) == rows.Reader) Insert(ref chain, time, batch, rows.Row);
        else Insert(ref chain, time, Keep(rows.Event, rows.Origin?.Reader ?? rows.Reader, rows.Position));
    }

    internal void Add(ref EvidenceChain chain, in EvidenceItem item)
    {
        if (chain.Count == _kept && item.Time > chain.Last) chain.Last = item.Time;
        else Insert(ref chain, item.Time, limit == 0 ? null : Keep(item.Event, item.Reader, item.Position));
    }

    /// <summary>Adds what a chain has to another one; the first keeps what it has.</summary>
    internal void Merge(ref EvidenceChain into, in EvidenceChain from)
    {
        for (var i = from.Head; i > 0; i = Next(i)) Insert(ref into, Time(i), Event(i), Row(i));
        if (from.Count > 0) into.Last = Math.Max(into.Last, from.Last);
    }

    internal EvidenceSnapshot Snapshot(in EvidenceChain chain)
    {
        var items = new EvidenceItem[Math.Min(limit, chain.Count)];
        var first = 0L;
        for (var (i, at) = (chain.Head, items.Length - 1); i > 0; i = Next(i))
        {
            first = Time(i);
            if (at >= 0) items[at--] = Item(i);
        }

        return new(first, chain.Last, items);
    }

    /// <summary>Gives up the events of a chain.</summary>
    internal void Release(ref EvidenceChain chain)
    {
        for (var i = chain.Head; i > 0;)
        {
            var next = Next(i);
            Release(i);
            i = next;
        }

        chain = default;
    }

    /// <summary>Gives up all events, and keeps the memory for what comes next. No chain made before may be used after.</summary>
    internal void Clear()
    {
        for (var page = 0; page << PageBits < _used; page++) Array.Clear(_events[page]);
        (_used, _released) = (0, 0);
    }

    private void Insert(ref EvidenceChain chain, long time, object? kept, int row = 0)
    {
        var isLatest = chain.Count == 0 || time > chain.Last;
        if (isLatest) chain.Last = time;
        var (before, after) = (0, chain.Head);
        while (!isLatest && after > 0 && Compare(time, kept, row, after) < 0) (before, after) = (after, Next(after));
        if (before == 0 && chain.Count == _kept) return;
        var added = Take();
        (Time(added), Event(added), Next(added)) = (time, kept, after);
        if (kept is IKeptBatch) SetRow(added, row);
        if (before == 0) chain.Head = added;
        else Next(before) = added;
        if (chain.Count < _kept)
        {
            chain.Count++;
            return;
        }

        var latest = chain.Head;
        chain.Head = Next(latest);
        Release(latest);
    }

    private int Compare(long time, object? kept, int row, int other)
    {
        if (time != Time(other)) return time.CompareTo(Time(other));
        return limit == 0 ? 0 : EvidenceItem.Compare(Item(time, kept, row), Item(other));
    }

    private object? Keep(object? e, EventReader reader, EventPosition? position)
    {
        _reader ??= reader;
        return position is null && reader == _reader ? e : new KeptEvent(e, reader, position);
    }

    private EvidenceItem Item(int index) => Item(Time(index), Event(index), Row(index));

    private EvidenceItem Item(long time, object? kept, int row) => kept switch
    {
        KeptEvent own => new(time, own.Event, own.Reader, own.Position),
        IKeptBatch batch => Item(time, batch, row),
        _ => new(time, kept, _reader!, null),
    };

    // The event's class runs code of its own here, long after its row was read: that concerns this event only.
    private EvidenceItem Item(long time, IKeptBatch batch, int row)
    {
        try
        {
            return new(time, batch.EventAt(row), _reader!, batch.PositionAt(row));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            report.AddFault(new($"row {row} of a batch", null, "evidence", e));
            return new(time, null, _reader!, null);
        }
    }

    private int Take()
    {
        if (_released > 0)
        {
            var index = _released;
            _released = Next(index);
            return index;
        }

        var page = _used >> PageBits;
        if (page == _times.Length)
        {
            var pages = Math.Max(4, page * 2);
            Array.Resize(ref _times, pages);
            Array.Resize(ref _events, pages);
            Array.Resize(ref _next, pages);
            Array.Resize(ref _rows, pages);
        }

        // Stryker disable once Conditional : how much room is made at once changes the memory alone
        if (_times[page] is null) Reserve(page, page == 0 ? FirstEvents : PageSize);
        else if (page == 0 && _used == _times[0].Length) Reserve(0, _used * 2);
        return ++_used;
    }

    private void Reserve(int page, int events)
    {
        Array.Resize(ref _times[page], events);
        Array.Resize(ref _events[page], events);
        Array.Resize(ref _next[page], events);
    }

    private void Release(int index)
    {
        Event(index) = null;
        Next(index) = _released;
        _released = index;
    }

    private ref long Time(int index) => ref _times[(index - 1) >> PageBits][(index - 1) & (PageSize - 1)];

    private ref object? Event(int index) => ref _events[(index - 1) >> PageBits][(index - 1) & (PageSize - 1)];

    private ref int Next(int index) => ref _next[(index - 1) >> PageBits][(index - 1) & (PageSize - 1)];

    private int Row(int index) => _rows[(index - 1) >> PageBits] is { } page ? page[(index - 1) & (PageSize - 1)] : 0;

    private void SetRow(int index, int row) => (_rows[(index - 1) >> PageBits] ??= new int[PageSize])[(index - 1) & (PageSize - 1)] = row;
}
