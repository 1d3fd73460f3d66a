using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>
/// A hash table from keys to values that gives out references, keeps the order of insertion, and is emptied whole. Its entries lie in pages that never move:
/// a dictionary copies all it holds when it grows, and stalls a stream for that long (212 ms at 4 million groups).
/// </summary>
internal sealed class GroupTable<TKey, TValue>
    where TKey : struct, IEquatable<TKey>
{
    private const int PageBits = 10;
    private const int PageSize = 1 << PageBits;
    private const int FirstBuckets = 256;
    private Entry[][] _pages = [];
    private int[] _buckets = new int[FirstBuckets];

    internal int Count { get; private set; }

    /// <summary>The value of a key, added as <c>default</c> when it is new. Valid until the table is cleared or something is removed.</summary>
    internal ref TValue GetOrAdd(in TKey key, out bool isNew)
    {
        var hash = Spread(key.GetHashCode());
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        for (var i = bucket - 1; i >= 0;)
        {
            ref var entry = ref _pages[i >> PageBits][i & (PageSize - 1)];
            if (entry.Hash == hash && entry.Key.Equals(key))
            {
                isNew = false;
                return ref entry.Value;
            }

            i = entry.Next;
        }

        isNew = true;
        return ref Add(key, hash);
    }

    /// <summary>The value of a key, or a null reference.</summary>
    internal ref TValue Find(in TKey key)
    {
        var hash = Spread(key.GetHashCode());
        for (var i = _buckets[hash & (uint)(_buckets.Length - 1)] - 1; i >= 0;)
        {
            ref var entry = ref At(i);
            if (entry.Hash == hash && entry.Key.Equals(key)) return ref entry.Value;
            i = entry.Next;
        }

        return ref Unsafe.NullRef<TValue>();
    }

    /// <summary>The key of an entry, 0 to <see cref="Count"/> - 1, in order of insertion.</summary>
    internal ref TKey KeyAt(int index) => ref At(index).Key;

    internal ref TValue ValueAt(int index) => ref At(index).Value;

    /// <summary>Empties the table, and keeps its memory for what comes next.</summary>
    internal void Clear()
    {
        for (var page = 0; page << PageBits < Count; page++) Array.Clear(_pages[page], 0, Math.Min(PageSize, Count - (page << PageBits)));
        Array.Clear(_buckets);
        Count = 0;
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
        Rehash(_buckets.Length);
    }

    // Keys combine the hashes of their parts by multiplication: the high bits are the good ones.
    private static uint Spread(int hash)
    {
        var product = (uint)hash * 0x9E37_79B9;
        return product ^ (product >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry At(int index) => ref _pages[index >> PageBits][index & (PageSize - 1)];

    private ref TValue Add(in TKey key, uint hash)
    {
        if (Count >= _buckets.Length) Rehash(_buckets.Length * 2);
        var page = Count >> PageBits;
        if (page == _pages.Length) Array.Resize(ref _pages, Math.Max(4, page * 2));
        ref var entry = ref (_pages[page] ??= new Entry[PageSize])[Count & (PageSize - 1)];
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        entry.Key = key;
        entry.Hash = hash;
        entry.Next = bucket - 1;
        bucket = ++Count;
        return ref entry.Value;
    }

    private void Rehash(int size)
    {
        if (size == _buckets.Length) Array.Clear(_buckets);
        else _buckets = new int[size];
        for (var i = 0; i < Count; i++)
        {
            ref var entry = ref At(i);
            ref var bucket = ref _buckets[entry.Hash & (uint)(size - 1)];
            entry.Next = bucket - 1;
            bucket = i + 1;
        }
    }

    private struct Entry
    {
        internal uint Hash;
        internal int Next;
        internal TKey Key;
        internal TValue Value;
    }
}
