using System.Runtime.CompilerServices;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>
/// Distinct values, each with an index, found by the bytes that they are written as. Threads may look for values and add some side by side: what is there never changes its place in what a reader sees, so
/// that who finds a value waits for no one.
/// </summary>
/// <param name="version">Which such values these are.</param>
internal sealed class ValueTable<V>(int version)
{
    /// <summary>The index of no value: <see langword="default"/>.</summary>
    public const int None = 0;

    private const int FirstPlaces = 1 << 10;
    private const int MostValues = 1 << 18;
    private const int MostBytes = 1 << 24;
    private const int FewBytes = 1 << 22;

    // Not so large that most tables fill a small part of it, and large enough for the collector to leave it where it is.
    private const int PageBits = 17;
    private const int PageSize = 1 << PageBits;

    private readonly Lock _adding = new();
    private Place[] _places = new Place[FirstPlaces];

    // Pages that never move: an array that grows leaves as much again behind, for the collector to find.
    private byte[][] _pages = [new byte[PageSize]];
    private int _page;
    private int _pageUsed;
    private int _bytesUsed;
    private bool _isClosed;

    /// <summary>Which such values these are: an index means another value in others.</summary>
    public int Version => version;

    /// <summary>The values.</summary>
    public ValueDictionary<V> Dictionary { get; } = Begin();

    /// <summary>Whether there are too many values, so that it is better to go on with another. None is refused.</summary>
    public bool IsFull => Dictionary.Count >= MostValues || _bytesUsed >= MostBytes || _isClosed;

    /// <summary>Says that hardly any value comes again: then a table that is not small is full.</summary>
    public void CloseIfLarge() => _isClosed |= _bytesUsed >= FewBytes;

    /// <summary>Finds a value.</summary>
    /// <param name="text">The bytes that it is written as.</param>
    /// <param name="mark">How many there are; the complement where backslashes in them are escapes.</param>
    /// <param name="hash">Their hash.</param>
    /// <param name="index">Its index.</param>
    /// <returns>Whether it is there. Where another thread is adding it, it may not be.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ReadOnlySpan<byte> text, int mark, ulong hash, out int index)
    {
        // What else is read comes after the index, which is written last.
        var places = Volatile.Read(ref _places);
        for (var at = (int)hash & (places.Length - 1); ; at = (at + 1) & (places.Length - 1))
        {
            ref var place = ref places[at];
            index = Volatile.Read(ref place.Index);
            if (index == None) return false;
            if (place.Hash == (uint)hash && place.Mark == mark && WrittenBytes.AreSame(text, _pages[place.Start >> PageBits].AsSpan(place.Start & (PageSize - 1), text.Length))) return true;
        }
    }

    /// <summary>Adds a value, unless it has been added since it was looked for.</summary>
    /// <returns>Its index.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<byte> text, int mark, ulong hash, V value)
    {
        lock (_adding)
        {
            if (TryFind(text, mark, hash, out var index)) return index;
            index = Dictionary.Add(value);
            Set(_places, (uint)hash, index, Keep(text), mark);
            if (Dictionary.Count * 2 > _places.Length) Grow();
            return index;
        }
    }

    /// <summary>Adds a value that is not to be found by bytes.</summary>
    /// <returns>Its index.</returns>
    public int Add(V value)
    {
        lock (_adding) return Dictionary.Add(value);
    }

    /// <summary>Asks for the place of a hash.</summary>
    public void FetchPlace(ulong hash)
    {
        // Asked for once: another thread may replace the places by more.
        var places = Volatile.Read(ref _places);
        Prefetching.Of(ref places[(int)hash & (places.Length - 1)]);
    }

    /// <summary>Asks for the bytes that a text of a hash will be compared with, once its place is there.</summary>
    public void FetchBytes(ulong hash)
    {
        var places = Volatile.Read(ref _places);
        ref readonly var place = ref places[(int)hash & (places.Length - 1)];

        // A place that is being filled may name a page that is not seen yet.
        var (pages, number, offset) = (_pages, place.Start >> PageBits, place.Start & (PageSize - 1));
        if (number >= pages.Length || pages[number] is not { } page) return;
        Prefetching.Of(page, offset);
        if (place.Mark is > Prefetching.CacheLine or < ~Prefetching.CacheLine) Prefetching.Of(page, offset + Prefetching.CacheLine);
    }

    private static ValueDictionary<V> Begin()
    {
        var dictionary = new ValueDictionary<V>();
        dictionary.Add(default!);
        return dictionary;
    }

    // Gives where the bytes begin. Not even no bytes begin at the end of a page: it would be the next one.
    private int Keep(ReadOnlySpan<byte> text)
    {
        if (_pageUsed + text.Length >= PageSize)
        {
            if (++_page == _pages.Length) Array.Resize(ref _pages, _page * 2);
            _pages[_page] = new byte[Math.Max(PageSize, text.Length)];
            _pageUsed = 0;
        }

        text.CopyTo(_pages[_page].AsSpan(_pageUsed));
        var start = (_page << PageBits) + _pageUsed;
        _pageUsed += text.Length;
        _bytesUsed += text.Length;
        return start;
    }

    private static void Set(Place[] places, uint hash, int index, int start, int mark)
    {
        var at = (int)hash & (places.Length - 1);
        while (places[at].Index != None) at = (at + 1) & (places.Length - 1);
        ref var place = ref places[at];
        (place.Hash, place.Start, place.Mark) = (hash, start, mark);
        Volatile.Write(ref place.Index, index);
    }

    // Who looks into the places of before finds what was there; what has come since is found when it is about to be added.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Grow()
    {
        var places = new Place[_places.Length * 2];
        foreach (ref readonly var place in _places.AsSpan())
        {
            if (place.Index != None) Set(places, place.Hash, place.Index, place.Start, place.Mark);
        }

        Volatile.Write(ref _places, places);
    }

    /// <summary>A place of the table; one with no index is empty.</summary>
    private struct Place
    {
        /// <summary>The value's index.</summary>
        public int Index;

        /// <summary>The lower half of the hash, whose end tells the place.</summary>
        public uint Hash;

        /// <summary>Where its bytes begin.</summary>
        public int Start;

        /// <summary>How many there are; the complement where backslashes in them are escapes.</summary>
        public int Mark;
    }
}
