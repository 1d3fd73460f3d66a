using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>
/// The rows that connections join, by key, up to a number and a size. The row that was kept longest goes first, unless it was read or written since it last was the one to go: then it stays as if it were new
/// (the second chance of page replacement; Corbató, 1968). To read a row moves nothing.
/// </summary>
/// <remarks>
/// A million rows lie in no cache: a look-up waits for the head of its chain, then for the slot, then for the row. Keys that are known beforehand are expected, a few at a time, and what they need is
/// fetched side by side.
/// </remarks>
internal sealed class RecentTable<TKey, TRow>(int maxRows, long maxBytes, SourceReport report, SourceCounter evictions, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TRow : JoinRow<TRow>
{
    // A row's object, its slot and its head, on 64 bits.
    private const int RowBytes = 208;
    private const int None = -1;
    private const int PageBits = 10;
    private const int FirstHeads = 64;

    // Keys that will be asked for, by the order in which that was said, and their rows.
    private readonly (TKey Key, uint Hash)[] _expected = new (TKey, uint)[ExpectedRecords.Most];
    private readonly FoundRow<TRow>[] _found = new FoundRow<TRow>[ExpectedRecords.Most];
    private int _expectedCount;

    // The number of a chain's first slot and one more; 0 where there is none.
    private int[] _heads = new int[FirstHeads];

    // Slots lie in pages, which never move: an object each would have the garbage collector walk twice as many.
    private Slot[][] _slots = [];
    private int _used;
    private int _free = None;
    private int _newest = None;
    private int _oldest = None;
    private long _bytes;

    public int Count { get; private set; }

    /// <summary>Keeps a row, unless the key's present one wins.</summary>
    public void Put(TKey key, TRow row)
    {
        var hash = Hash(key);
        var latest = PlaceOf(key, hash);
        if (latest != None)
        {
            ref var slot = ref At(latest);
            slot.Row.IsInUse = true;
            if (row.CompareTo(slot.Row) <= 0) return;
            _bytes += row.TextBytes - slot.Row.TextBytes;
            slot.Row.IsKept = false;
            slot.Row = row;
            row.IsInUse = true;
        }
        else
        {
            latest = Add(key, hash, row);
            _bytes += RowBytes + row.TextBytes;
            Link(latest);
        }

        row.IsKept = true;
        while (Count > 1 && (Count > maxRows || _bytes > maxBytes)) EvictOrKeep(_oldest, latest);
    }

    /// <summary>The row of a key; null when there is none.</summary>
    public TRow? Find(TKey key)
    {
        var place = PlaceOf(key, Hash(key));
        if (place == None) return null;
        var row = At(place).Row;
        row.IsInUse = true;
        return row;
    }

    /// <summary>Says that a key will be asked for: of <see cref="ExpectedRecords.Most"/> keys at most, before they are found together.</summary>
    /// <returns>The key's place among them.</returns>
    public int Expect(TKey key)
    {
        var hash = Hash(key);
        Prefetching.Of(ref _heads[HeadOf(hash)]);
        _expected[_expectedCount] = (key, hash);
        return _expectedCount++;
    }

    /// <summary>Finds the rows of the expected keys, and asks for what will be read of them, all of them at once. They are not in use by that: whoever asks for one says so.</summary>
    /// <returns>The rows, each in its key's place, null where there is none; until the next time.</returns>
    public ReadOnlySpan<FoundRow<TRow>> FindExpected()
    {
        // Each pass asks for what the one before has found.
        var count = _expectedCount;
        Span<int> places = stackalloc int[ExpectedRecords.Most];
        for (var i = 0; i < count; i++)
        {
            places[i] = _heads[HeadOf(_expected[i].Hash)] - 1;
            if (places[i] != None) Prefetching.Of(ref At(places[i]));
        }

        for (var i = 0; i < count; i++)
        {
            var place = PlaceOf(_expected[i].Key, _expected[i].Hash, places[i]);
            var row = place == None ? null : At(place).Row;
            row?.Fetch();
            _found[i] = new(row);
        }

        _expectedCount = 0;
        return _found.AsSpan(0, count);
    }

    private uint Hash(TKey key) => (uint)comparer.GetHashCode(key);

    private int HeadOf(uint hash) => (int)(hash & (uint)(_heads.Length - 1));

    private int PlaceOf(TKey key, uint hash) => PlaceOf(key, hash, _heads[HeadOf(hash)] - 1);

    private int PlaceOf(TKey key, uint hash, int first)
    {
        for (var place = first; place != None;)
        {
            ref var slot = ref At(place);
            if (slot.Hash == hash && comparer.Equals(slot.Key, key)) return place;
            place = slot.Chain;
        }

        return None;
    }

    private int Add(TKey key, uint hash, TRow row)
    {
        if (Count * 2 >= _heads.Length) Grow();
        var place = Take();
        ref var head = ref _heads[HeadOf(hash)];
        At(place) = new() { Key = key, Row = row, Hash = hash, Chain = head - 1 };
        head = place + 1;
        Count++;
        return place;
    }

    private void Remove(int place)
    {
        ref var slot = ref At(place);
        ref var link = ref _heads[HeadOf(slot.Hash)];
        if (link - 1 == place)
        {
            link = slot.Chain + 1;
        }
        else
        {
            var before = link - 1;
            while (At(before).Chain != place) before = At(before).Chain;
            At(before).Chain = slot.Chain;
        }

        slot = new() { Next = _free };
        _free = place;
        Count--;
    }

    private void Grow()
    {
        _heads = new int[_heads.Length * 2];
        for (var place = _oldest; place != None;)
        {
            ref var slot = ref At(place);
            ref var head = ref _heads[HeadOf(slot.Hash)];
            slot.Chain = head - 1;
            head = place + 1;
            place = slot.Next;
        }
    }

    private void EvictOrKeep(int oldest, int latest)
    {
        ref var slot = ref At(oldest);
        _oldest = slot.Next;
        if (slot.Row.IsInUse || oldest == latest)
        {
            slot.Row.IsInUse = false;
            Link(oldest);
            return;
        }

        _bytes -= RowBytes + slot.Row.TextBytes;
        slot.Row.IsKept = false;
        Remove(oldest);
        report.Add(evictions);
    }

    private void Link(int place)
    {
        At(place).Next = None;
        if (_newest != None) At(_newest).Next = place;
        _newest = place;
        if (_oldest == None) _oldest = place;
    }

    private int Take()
    {
        if (_free != None)
        {
            var free = _free;
            _free = At(free).Next;
            return free;
        }

        var page = _used >> PageBits;
        if (page == _slots.Length) Array.Resize(ref _slots, Math.Max(4, page * 2));
        _slots[page] ??= new Slot[1 << PageBits];
        return _used++;
    }

    private ref Slot At(int place) => ref _slots[place >> PageBits][place & ((1 << PageBits) - 1)];

    private struct Slot
    {
        public TKey Key;
        public TRow Row;
        public uint Hash;

        /// <summary>The next slot of those whose keys have one head.</summary>
        public int Chain;

        /// <summary>The slot that is next to go, or the next free one.</summary>
        public int Next;
    }
}
