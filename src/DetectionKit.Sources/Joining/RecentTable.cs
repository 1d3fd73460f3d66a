using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>
/// The rows that connections join, by key, up to a number and a size. The row that was kept longest goes first, unless it was read or written since it last was the one to go: then it stays as if it were new
/// (the second chance of page replacement; Corbató, 1968). To read a row moves nothing.
/// </summary>
/// <remarks>
/// A million rows lie in no cache: a look-up waits for the head of its chain, then for the slot. Keys that are known beforehand are expected, a few at a time, and what they need is fetched side by side.
/// </remarks>
internal sealed class RecentTable<TKey, TRow>(int maxRows, long maxBytes, SourceReport report, SourceCounter evictions, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TRow : struct, IJoinRow<TRow>
{
    // No slot has the number 0.
    private const int None = 0;
    private const int PageBits = 9;
    private const int FirstHeads = 64;

    // Keys that will be asked for, by the order in which that was said, and their rows.
    private readonly (TKey Key, uint Hash)[] _expected = new (TKey, uint)[ExpectedRecords.Most];
    private readonly RowPlace[] _found = new RowPlace[ExpectedRecords.Most];
    private int _expectedCount;

    // The first slot of each chain.
    private int[] _heads = new int[FirstHeads];

    // Slots lie in pages, which never move.
    private Slot[][] _slots = [];
    private int _used = 1;
    private int _free;
    private int _newest;
    private int _oldest;
    private long _bytes;

    public int Count { get; private set; }

    // A slot and two heads.
    private static int RowBytes => Unsafe.SizeOf<Slot>() + (2 * sizeof(int));

    /// <summary>A row that is kept; what is said of it there stays with it.</summary>
    public ref TRow this[RowPlace place] => ref At(place.Slot).Row;

    /// <summary>Keeps a row, unless the key's present one wins.</summary>
    public void Put(TKey key, in TRow row)
    {
        var hash = Hash(key);
        var latest = SlotOf(key, hash);
        if (latest != None)
        {
            ref var slot = ref At(latest);
            slot.IsInUse = true;
            if (TRow.Compare(row, slot.Row) <= 0) return;
            _bytes += row.TextBytes - slot.Row.TextBytes;
            slot.Row = row;
        }
        else
        {
            latest = Add(key, hash, row);
            _bytes += RowBytes + row.TextBytes;
            Link(latest);
        }

        while (Count > 1 && (Count > maxRows || _bytes > maxBytes)) EvictOrKeep(_oldest, latest);
    }

    /// <summary>The place of a key's row, which is in use by that.</summary>
    public RowPlace Find(TKey key)
    {
        var number = SlotOf(key, Hash(key));
        if (number == None) return default;
        ref var slot = ref At(number);
        slot.IsInUse = true;
        return new(number, slot.Version);
    }

    /// <summary>Whether the key that a place was found for is still kept. Its row may be another one by now.</summary>
    public bool Has(RowPlace place) => place.Slot != None && At(place.Slot).Version == place.Version;

    /// <summary>Whether a place still has its key, whose row is then in use.</summary>
    public bool TryUse(RowPlace place)
    {
        if (!Has(place)) return false;
        At(place.Slot).IsInUse = true;
        return true;
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

    /// <summary>Finds the rows of the expected keys, all of them at once. They are not in use by that: whoever asks for one says so.</summary>
    /// <returns>Where they are, each in its key's place; until the next time.</returns>
    public ReadOnlySpan<RowPlace> FindExpected()
    {
        // Each pass asks for what the one before has found.
        var count = _expectedCount;
        Span<int> firsts = stackalloc int[ExpectedRecords.Most];
        for (var i = 0; i < count; i++)
        {
            firsts[i] = _heads[HeadOf(_expected[i].Hash)];
            if (firsts[i] != None) Fetch(ref At(firsts[i]));
        }

        for (var i = 0; i < count; i++)
        {
            var number = SlotOf(_expected[i].Key, _expected[i].Hash, firsts[i]);
            _found[i] = number == None ? default : new(number, At(number).Version);
        }

        _expectedCount = 0;
        return _found.AsSpan(0, count);
    }

    private static void Fetch(ref Slot slot)
    {
        // Of some hundred bytes: what stands first, in the middle, and last.
        Prefetching.Of(ref slot);
        Prefetching.Of(ref Unsafe.AddByteOffset(ref slot, Prefetching.CacheLine));
        Prefetching.Of(ref Unsafe.AddByteOffset(ref slot, Unsafe.SizeOf<Slot>() - 1));
    }

    private uint Hash(TKey key) => (uint)comparer.GetHashCode(key);

    private int HeadOf(uint hash) => (int)(hash & (uint)(_heads.Length - 1));

    private int SlotOf(TKey key, uint hash) => SlotOf(key, hash, _heads[HeadOf(hash)]);

    private int SlotOf(TKey key, uint hash, int first)
    {
        for (var number = first; number != None;)
        {
            ref var slot = ref At(number);
            if (slot.Hash == hash && comparer.Equals(slot.Key, key)) return number;
            number = slot.Chain;
        }

        return None;
    }

    private int Add(TKey key, uint hash, in TRow row)
    {
        if (Count * 2 >= _heads.Length) Grow();
        var number = Take();
        ref var head = ref _heads[HeadOf(hash)];
        ref var slot = ref At(number);
        (slot.Key, slot.Row, slot.Hash, slot.Chain, slot.IsInUse) = (key, row, hash, head, false);
        head = number;
        Count++;
        return number;
    }

    private void Remove(int number)
    {
        ref var slot = ref At(number);
        ref var link = ref _heads[HeadOf(slot.Hash)];
        while (link != number) link = ref At(link).Chain;
        link = slot.Chain;

        // What the row refers to may go at once.
        slot = new() { Next = _free, Version = slot.Version + 1 };
        _free = number;
        Count--;
    }

    private void Grow()
    {
        _heads = new int[_heads.Length * 2];
        for (var number = _oldest; number != None;)
        {
            ref var slot = ref At(number);
            ref var head = ref _heads[HeadOf(slot.Hash)];
            slot.Chain = head;
            head = number;
            number = slot.Next;
        }
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

        _bytes -= RowBytes + slot.Row.TextBytes;
        Remove(oldest);
        report.Add(evictions);
    }

    private void Link(int number)
    {
        At(number).Next = None;
        if (_newest != None) At(_newest).Next = number;
        _newest = number;
        if (_oldest == None) _oldest = number;
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

    private ref Slot At(int number) => ref _slots[number >> PageBits][number & ((1 << PageBits) - 1)];

    private struct Slot
    {
        public TKey Key;
        public TRow Row;
        public uint Hash;

        /// <summary>The next slot of those whose keys have one head.</summary>
        public int Chain;

        /// <summary>The slot that is next to go, or the next free one.</summary>
        public int Next;

        /// <summary>How many keys it had before.</summary>
        public int Version;

        /// <summary>Whether the row was read or written since it last was the one to go.</summary>
        public bool IsInUse;
    }
}
