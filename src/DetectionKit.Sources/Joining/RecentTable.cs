using System.Runtime.InteropServices;

namespace DetectionKit.Sources.Joining;

/// <summary>
/// The rows that connections join, by key, up to a number and a size. The row that was kept longest goes first, unless it was read or written since it last was the one to go: then it stays as if it were new
/// (the second chance of page replacement; Corbató, 1968). To read a row moves nothing.
/// </summary>
internal sealed class RecentTable<TKey, TRow>(int maxRows, long maxBytes, SourceReport report, SourceCounter evictions, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TRow : class, IJoinRow<TRow>
{
    // A row's object, its slot and its place in the dictionary, on 64 bits.
    private const int RowBytes = 208;
    private const int None = -1;
    private const int PageBits = 10;

    private readonly Dictionary<TKey, int> _places = new(comparer);

    // Slots lie in pages, which never move: an object each would have the garbage collector walk twice as many.
    private readonly List<Slot[]> _slots = [];
    private int _used;
    private int _free = None;
    private int _newest = None;
    private int _oldest = None;
    private long _bytes;

    public int Count => _places.Count;

    /// <summary>Keeps a row, unless the key's present one wins.</summary>
    public void Put(TKey key, TRow row)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out var isKnown);
        var latest = isKnown ? place : place = Take();
        ref var slot = ref At(latest);
        if (isKnown)
        {
            slot.IsInUse = true;
            if (row.CompareTo(slot.Row) <= 0) return;
            _bytes += row.TextBytes - slot.Row.TextBytes;
            slot.Row = row;
        }
        else
        {
            slot = new() { Key = key, Row = row };
            _bytes += RowBytes + row.TextBytes;
            Link(latest);
        }

        while (Count > 1 && (Count > maxRows || _bytes > maxBytes)) EvictOrKeep(_oldest, latest);
    }

    /// <summary>The row of a key; null when there is none.</summary>
    public TRow? Find(TKey key)
    {
        if (!_places.TryGetValue(key, out var place)) return null;
        ref var slot = ref At(place);
        slot.IsInUse = true;
        return slot.Row;
    }

    private void EvictOrKeep(int oldest, int latest)
    {
        ref var slot = ref At(oldest);
        _oldest = slot.Next;
        if (slot.IsInUse || oldest == latest)
        {
            slot.IsInUse = false;
            Link(oldest);
            return;
        }

        _places.Remove(slot.Key);
        _bytes -= RowBytes + slot.Row.TextBytes;
        slot = new() { Next = _free };
        _free = oldest;
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

        if (_used >> PageBits == _slots.Count) _slots.Add(new Slot[1 << PageBits]);
        return _used++;
    }

    private ref Slot At(int place) => ref _slots[place >> PageBits][place & ((1 << PageBits) - 1)];

    private struct Slot
    {
        public TKey Key;
        public TRow Row;

        /// <summary>Whether it was read or written since it last was the one to go.</summary>
        public bool IsInUse;

        /// <summary>The slot that is next to go, or the next free one.</summary>
        public int Next;
    }
}
