using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>
/// The distinct values of a field, each with an index, found by the bytes that they are written as: a value is decoded when it is first met. One that is written in two ways
/// has two indices. When there are too many, all are forgotten, between two batches.
/// </summary>
internal abstract class CodedValues<V>
{
    /// <summary>The index of no value: <see langword="default"/>.</summary>
    public const int None = 0;

    private const int FirstPlaces = 1 << 10;
    private const int MostValues = 1 << 18;
    private const int MostBytes = 1 << 24;

    private readonly ulong[] _expected = new ulong[ExpectedRecords.Most];

    // By the values that are translated: those that nobody has any more are forgotten.
    private readonly ConditionalWeakTable<ValueDictionary<V>, Translation> _translations = [];
    private Place[] _places = new Place[FirstPlaces];
    private byte[] _bytes = new byte[FirstPlaces * 32];
    private int _bytesUsed;
    private readonly int _sharers;

    /// <param name="sharers">How many have such values of their own at a time: each has so much less room.</param>
    protected CodedValues(int sharers) => (_sharers, Dictionary) = (sharers, Begin());

    /// <summary>The values.</summary>
    public ValueDictionary<V> Dictionary { get; private set; }

    /// <summary>Which values they are, from 1: after all were forgotten, an index means another.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The index of a value.</summary>
    /// <param name="text">The bytes of a JSON text between its quotes, or of another value.</param>
    /// <param name="isEscaped">Whether backslashes in them are escapes.</param>
    /// <param name="index">The index.</param>
    /// <param name="expected">The number under which the text was expected; negative if it was not.</param>
    /// <returns>Whether the bytes are such a value.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryGet(ReadOnlySpan<byte> text, bool isEscaped, out int index, int expected = -1)
    {
        var hash = expected < 0 ? SeededHash.Of64(text) : _expected[expected];
        var length = isEscaped ? ~text.Length : text.Length;
        var mask = _places.Length - 1;
        var at = (int)hash & mask;
        for (; _places[at] is { Index: not None } place; at = (at + 1) & mask)
        {
            index = place.Index;
            if (place.Hash == (uint)(hash >> 32) && place.Length == length && text.SequenceEqual(_bytes.AsSpan(place.Start, text.Length))) return true;
        }

        return TryAdd(text, isEscaped, hash, at, out index);
    }

    /// <summary>The indices of values that were expected, by their places among the texts.</summary>
    /// <param name="bytes">The bytes in which the values stand.</param>
    /// <param name="texts">Where.</param>
    /// <param name="which">Those that are asked for.</param>
    /// <param name="indices">Where the indices go, each in the place of its value.</param>
    /// <returns>How many of them are such values, before the first that is none.</returns>
    public int Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<WrittenText> texts, ReadOnlySpan<int> which, Span<int> indices)
    {
        for (var i = 0; i < which.Length; i++)
        {
            var number = which[i];
            ref readonly var text = ref texts[number];
            if (!TryGet(bytes.Slice(text.Start, text.Length), text.IsEscaped, out indices[number], number)) return i;
        }

        return which.Length;
    }

    /// <summary>Says that values will be asked for, each by its place among the texts: <see cref="ExpectedRecords.Most"/> of them at most.</summary>
    public void Expect(ReadOnlySpan<byte> bytes, ReadOnlySpan<WrittenText> texts, ReadOnlySpan<int> which)
    {
        foreach (var number in which) Expect(number, bytes.Slice(texts[number].Start, texts[number].Length));
    }

    /// <summary>Says that a text will be asked for.</summary>
    /// <param name="number">A number of its own among those that are fetched together.</param>
    /// <param name="text">The text.</param>
    public void Expect(int number, ReadOnlySpan<byte> text)
    {
        var hash = SeededHash.Of64(text);
        _expected[number] = hash;
        Prefetching.Of(ref _places[(int)hash & (_places.Length - 1)]);
    }

    /// <summary>Asks for the bytes that the first so many of the expected texts will be compared with.</summary>
    public void Fetch(int count)
    {
        for (var number = 0; number < count; number++) Fetch(_expected[number]);
    }

    /// <summary>Asks for the bytes that some of the expected texts will be compared with.</summary>
    public void Fetch(ReadOnlySpan<int> which)
    {
        foreach (var number in which) Fetch(_expected[number]);
    }

    private void Fetch(ulong hash)
    {
        ref readonly var place = ref _places[(int)hash & (_places.Length - 1)];
        ref var bytes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), place.Start);
        Prefetching.Of(ref bytes);
        if (place.Length is > Prefetching.CacheLine or < ~Prefetching.CacheLine) Prefetching.Of(ref Unsafe.Add(ref bytes, Prefetching.CacheLine));
    }

    /// <summary>Forgets all values if there are too many of them. Between two batches: one has one dictionary.</summary>
    public void Trim()
    {
        if (Dictionary.Count < MostValues / _sharers && _bytesUsed < MostBytes / _sharers) return;
        Array.Clear(_places);
        _bytesUsed = 0;
        Dictionary = Begin();
        Version++;
    }

    /// <summary>The index of a value that there is already.</summary>
    public abstract int IndexOf(V value);

    /// <summary>Replaces indices among other values by those that the values have here; of these, does nothing.</summary>
    /// <param name="indices">The indices.</param>
    /// <param name="from">What they mean. Another thread may go on to add to it.</param>
    public void Translate(Span<int> indices, ValueDictionary<V> from)
    {
        if (ReferenceEquals(from, Dictionary)) return;
        var known = _translations.GetOrCreateValue(from);
        if (known.Version != Version) (known.Version, known.Indices) = (Version, []);
        var here = known.Indices;
        foreach (ref var index in indices)
        {
            if (index == None) continue;
            if (index >= here.Length) Array.Resize(ref here, Math.Max(index + 1, Math.Max(FirstPlaces, here.Length * 2)));
            if (here[index] == None) here[index] = IndexOf(from[index]);
            index = here[index];
        }

        known.Indices = here;
    }

    /// <summary>Decodes a value; false when the bytes are none.</summary>
    protected abstract bool TryDecode(ReadOnlySpan<byte> text, bool isEscaped, out V value);

    private static ValueDictionary<V> Begin()
    {
        var dictionary = new ValueDictionary<V>();
        dictionary.Add(default!);
        return dictionary;
    }

    private bool TryAdd(ReadOnlySpan<byte> text, bool isEscaped, ulong hash, int at, out int index)
    {
        index = None;
        if (!TryDecode(text, isEscaped, out var value)) return false;
        index = Dictionary.Add(value);
        if (_bytesUsed + text.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _bytesUsed + text.Length));
        text.CopyTo(_bytes.AsSpan(_bytesUsed));
        _places[at] = new((uint)(hash >> 32), index, _bytesUsed, isEscaped ? ~text.Length : text.Length);
        _bytesUsed += text.Length;
        if (Dictionary.Count * 2 > _places.Length) Grow();
        return true;
    }

    private void Grow()
    {
        var places = new Place[_places.Length * 2];
        foreach (var place in _places)
        {
            if (place.Index == None) continue;
            var length = place.Length < 0 ? ~place.Length : place.Length;
            var at = (int)SeededHash.Of64(_bytes.AsSpan(place.Start, length)) & (places.Length - 1);
            while (places[at].Index != None) at = (at + 1) & (places.Length - 1);
            places[at] = place;
        }

        _places = places;
    }

    /// <summary>A place of the table; one with no index is empty.</summary>
    /// <param name="Hash">The upper half of the hash.</param>
    /// <param name="Index">The value's index.</param>
    /// <param name="Start">Where its bytes begin.</param>
    /// <param name="Length">How many there are; the complement where backslashes in them are escapes.</param>
    private readonly record struct Place(uint Hash, int Index, int Start, int Length);

    private sealed class Translation
    {
        /// <summary>Of which version of the values the indices are.</summary>
        public int Version { get; set; }

        /// <summary>The indices here, by those there; <see cref="None"/> where one has not been looked for.</summary>
        public int[] Indices { get; set; } = [];
    }
}
