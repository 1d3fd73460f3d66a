using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace DetectionKit.Engine;

/// <summary>
/// A hash table from keys to values that gives out references, keeps the order of insertion, and is emptied whole. Its entries lie in pages, of which but the first ever moves, and its
/// buckets move to a larger array a few with each new entry: a dictionary copies all it holds when it grows, and stalls a stream for that long (212 ms at 4 million groups).
/// The hash of a key must have its good bits low.
/// </summary>
internal sealed class PagedTable<TKey, TValue>
    where TKey : struct, IEquatable<TKey>
{
    private const int PageBits = 10;
    private const int PageSize = 1 << PageBits;
    private const int FirstBuckets = 256;

    // The first page grows up to its size: most windows, and all those of a rule's tests, hold a few groups only.
    private const int FirstEntries = 16;

    // 64 KB a page: an array of 85,000 bytes or more would make the runtime collect all generations now and then, which stops a stream for 180 ms where two million events live.
    private const int BucketPageBits = 14;

    // All have moved when half as many entries have come as there were buckets, so well before the next time.
    private const int MovedWithEachEntry = 2;

    // Below it, the table is in the nearest cache anyway.
    private const int WorthPrefetching = 512;
    private Entry[][] _pages = [];
    private int[][] _buckets = [new int[FirstBuckets]];
    private uint _mask = FirstBuckets - 1;
    private int[][]? _former;
    private uint _formerMask;
    private uint _moved;

    // The entry released last, which names the one before it.
    private int _released = -1;

    /// <summary>The entries ever added since the table was empty: those released are counted until they are used again.</summary>
    internal int Count { get; private set; }

    /// <summary>The value of a key, added as <c>default</c> when it is new. Valid until something is added or removed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref TValue GetOrAdd(in TKey key, uint hash, out bool isNew)
    {
        var index = Find(key, hash, out _);
        isNew = index < 0;
        if (isNew) index = Add(key, hash);
        return ref At(index).Value;
    }

    internal ref TValue GetOrAdd(in TKey key, out bool isNew) => ref GetOrAdd(key, (uint)key.GetHashCode(), out isNew);

    /// <summary>The value of a key, or a null reference.</summary>
    internal ref TValue Find(in TKey key)
    {
        var index = Find(key, (uint)key.GetHashCode(), out _);
        if (index < 0) return ref Unsafe.NullRef<TValue>();
        return ref At(index).Value;
    }

    /// <summary>The index of a key, or -1.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="compared">How many other keys it was compared with.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(in TKey key, uint hash, out int compared)
    {
        compared = 0;
        for (var i = Head(hash) - 1; i >= 0; compared++)
        {
            ref var entry = ref At(i);
            if (entry.Key.Equals(key)) return i;
            i = entry.Next;
        }

        return -1;
    }

    /// <summary>Adds a key that is not there.</summary>
    /// <returns>Its index.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal int Add(in TKey key, uint hash)
    {
        if (_former is not null) Move(MovedWithEachEntry);
        else if (Count > _mask) Grow();
        var index = _released;
        if (index >= 0)
        {
            _released = At(index).Next;
        }
        else
        {
            index = Count++;
            var page = index >> PageBits;

            // Stryker disable once Arithmetic,Linq : how much room is made at once changes the time alone
            if (page == _pages.Length) Array.Resize(ref _pages, Math.Max(4, page * 2));
            // Stryker disable once Conditional : how much room is made at once changes the memory alone
            if (_pages[page] is null) _pages[page] = new Entry[page == 0 ? FirstEntries : PageSize];
            else if (page == 0 && index == _pages[0].Length) Array.Resize(ref _pages[0], index * 2);
        }

        ref var entry = ref At(index);
        entry.Key = key;
        ref var head = ref Head(hash);
        entry.Next = head - 1;
        head = index + 1;
        return index;
    }

    // Stryker disable once all : a request for memory changes the time that a look-up takes, never what it finds
    /// <summary>
    /// Asks the processor for the places of keys that are about to be looked up: their buckets, then their entries. The lookups of a block then wait for
    /// memory side by side and not in turn. With the cache of identities, it took the flagship over shared strings from 1.85 times the time of a loop by hand to 1.41.
    /// </summary>
    internal unsafe void Prefetch(uint[] hashes, int count)
    {
        if (!Sse.IsSupported || Count < WorthPrefetching) return;
        for (var i = 0; i < count; i++) Sse.Prefetch0(Unsafe.AsPointer(ref Head(hashes[i])));
        for (var i = 0; i < count; i++)
        {
            if (Head(hashes[i]) is > 0 and var entry) Sse.Prefetch0(Unsafe.AsPointer(ref At(entry - 1)));
        }
    }

    /// <summary>The first entry that a key of this hash is compared with, or -1.</summary>
    internal int Candidate(uint hash) => Head(hash) - 1;

    /// <summary>The key of an entry, 0 to <see cref="Count"/> - 1, in order of insertion.</summary>
    internal ref TKey KeyAt(int index) => ref At(index).Key;

    internal ref TValue ValueAt(int index) => ref At(index).Value;

    /// <summary>Gives up an entry; the next key that is added takes its index.</summary>
    internal void Release(int index)
    {
        ref var entry = ref At(index);
        ref var link = ref Head((uint)entry.Key.GetHashCode());
        if (link == index + 1)
        {
            link = entry.Next + 1;
        }
        else
        {
            var before = link - 1;
            while (At(before).Next != index) before = At(before).Next;
            At(before).Next = entry.Next;
        }

        entry = default;
        entry.Next = _released;
        _released = index;
    }

    /// <summary>Empties the table, and keeps its memory for what comes next.</summary>
    internal void Clear()
    {
        for (var i = 0; i << PageBits < Count; i++) Array.Clear(_pages[i], 0, Math.Min(PageSize, Count - (i << PageBits)));
        foreach (var page in _buckets) Array.Clear(page);
        (Count, _former, _released) = (0, null, -1);
    }

    /// <summary>Removes the entries that a test names; the others keep their order.</summary>
    internal void RemoveWhere(Func<int, bool> test)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (test(i)) continue;
            if (kept != i) At(kept) = At(i);
            kept++;
        }

        for (var i = kept; i < Count; i++) At(i) = default;
        Count = kept;
        Rehash();
    }

    /// <summary>Builds the index anew, after the hashes of keys have changed.</summary>
    internal void Rehash()
    {
        _former = null;
        foreach (var page in _buckets) Array.Clear(page);
        var released = new HashSet<int>();
        for (var i = _released; i >= 0; i = At(i).Next) released.Add(i);
        for (var i = 0; i < Count; i++)
        {
            if (released.Contains(i)) continue;
            ref var entry = ref At(i);
            ref var head = ref Head((uint)entry.Key.GetHashCode());
            entry.Next = head - 1;
            head = i + 1;
        }
    }

    // Page and bucket numbers come from the table itself, and the masks keep them within bounds: they are not checked again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry At(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pages[index >> PageBits]), index & (PageSize - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref int Head(uint hash)
    {
        if (_former is { } former && (hash & _formerMask) is var bucket && bucket >= _moved) return ref At(former, bucket);
        return ref At(_buckets, hash & _mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int At(int[][] buckets, uint bucket) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buckets[bucket >> BucketPageBits]), bucket & ((1 << BucketPageBits) - 1));

    private void Grow()
    {
        (_former, _formerMask, _moved) = (_buckets, _mask, 0);
        _mask = (_mask * 2) + 1;
        var size = (int)Math.Min(_mask + 1, 1 << BucketPageBits);
        _buckets = new int[(int)((_mask + 1) / size)][];
        for (var page = 0; page < _buckets.Length; page++) _buckets[page] = new int[size];
        Move(MovedWithEachEntry);
    }

    private void Move(int buckets)
    {
        var former = _former!;
        var until = (uint)Math.Min(_formerMask + 1, _moved + buckets);
        while (_moved < until)
        {
            var i = At(former, _moved++) - 1;
            while (i >= 0)
            {
                ref var entry = ref At(i);
                var next = entry.Next;
                ref var head = ref At(_buckets, (uint)entry.Key.GetHashCode() & _mask);
                entry.Next = head - 1;
                head = i + 1;
                i = next;
            }
        }

        if (_moved > _formerMask) _former = null;
    }

    private struct Entry
    {
        internal int Next;
        internal TKey Key;
        internal TValue Value;
    }
}
