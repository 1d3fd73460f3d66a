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

    private readonly Lock _adding = new();
    private Place[] _places = new Place[FirstPlaces];
    private byte[] _bytes = new byte[FirstPlaces * 32];
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
            if (place.Hash == (uint)hash && place.Mark == mark && WrittenBytes.AreSame(text, _bytes.AsSpan(place.Start, text.Length))) return true;
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
            if (_bytesUsed + text.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length < MostBytes ? _bytes.Length * 2 : _bytes.Length + (MostBytes / 8), _bytesUsed + text.Length));
            text.CopyTo(_bytes.AsSpan(_bytesUsed));
            Set(_places, (uint)hash, index, _bytesUsed, mark);
            _bytesUsed += text.Length;
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
        Prefetching.Of(_bytes, place.Start);
        if (place.Mark is > Prefetching.CacheLine or < ~Prefetching.CacheLine) Prefetching.Of(_bytes, place.Start + Prefetching.CacheLine);
    }

    private static ValueDictionary<V> Begin()
    {
        var dictionary = new ValueDictionary<V>();
        dictionary.Add(default!);
        return dictionary;
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
