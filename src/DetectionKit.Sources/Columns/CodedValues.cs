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

    // Of a place: the upper half of the hash, and the index and one, so that zero is an empty place.
    private ulong[] _places = new ulong[FirstPlaces];
    private (int Start, int Length, bool IsEscaped)[] _written = new (int, int, bool)[FirstPlaces];
    private byte[] _bytes = new byte[FirstPlaces * 32];
    private int _bytesUsed;

    protected CodedValues() => Dictionary = Begin();

    /// <summary>The values.</summary>
    public ValueDictionary<V> Dictionary { get; private set; }

    /// <summary>The index of a value.</summary>
    /// <param name="text">The bytes of a JSON text between its quotes, or of another value.</param>
    /// <param name="isEscaped">Whether backslashes in them are escapes.</param>
    /// <param name="index">The index.</param>
    /// <returns>Whether the bytes are such a value.</returns>
    public bool TryGet(ReadOnlySpan<byte> text, bool isEscaped, out int index)
    {
        var hash = SeededHash.Of64(text);
        var mask = _places.Length - 1;
        var at = (int)hash & mask;
        for (ulong place; (place = _places[at]) != 0; at = (at + 1) & mask)
        {
            index = (int)(uint)place - 1;
            if (place >> 32 == hash >> 32 && _written[index] is var known && known.IsEscaped == isEscaped && text.SequenceEqual(_bytes.AsSpan(known.Start, known.Length))) return true;
        }

        return TryAdd(text, isEscaped, hash, at, out index);
    }

    /// <summary>Forgets all values if there are too many of them. Between two batches: one has one dictionary.</summary>
    public void Trim()
    {
        if (Dictionary.Count < MostValues && _bytesUsed < MostBytes) return;
        Array.Clear(_places);
        _bytesUsed = 0;
        Dictionary = Begin();
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
        index = 0;
        if (!TryDecode(text, isEscaped, out var value)) return false;
        index = Dictionary.Add(value);
        if (index >= _written.Length) Array.Resize(ref _written, Math.Max(index + 1, _written.Length * 2));
        if (_bytesUsed + text.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _bytesUsed + text.Length));
        text.CopyTo(_bytes.AsSpan(_bytesUsed));
        _written[index] = (_bytesUsed, text.Length, isEscaped);
        _bytesUsed += text.Length;
        _places[at] = (hash >> 32 << 32) | (uint)(index + 1);
        if (Dictionary.Count * 2 > _places.Length) Grow();
        return true;
    }

    private void Grow()
    {
        var places = new ulong[_places.Length * 2];
        foreach (var place in _places)
        {
            if (place == 0) continue;
            var (start, length, _) = _written[(int)(uint)place - 1];
            var at = (int)SeededHash.Of64(_bytes.AsSpan(start, length)) & (places.Length - 1);
            while (places[at] != 0) at = (at + 1) & (places.Length - 1);
            places[at] = place;
        }

        _places = places;
    }
}
