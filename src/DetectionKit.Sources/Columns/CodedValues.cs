using System.Runtime.CompilerServices;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Columns;

/// <summary>
/// The distinct values of a field, each with an index, found by the bytes that they are written as: a value is decoded when it is first met. One that is written in two ways
/// has two indices. When there are too many, all are forgotten, between two batches. Each thread has such values of its own, which may have their <see cref="ValueTable{V}"/> in common with those of others:
/// then an index means the same to all of them.
/// </summary>
internal abstract class CodedValues<V>
{
    /// <inheritdoc cref="ValueTable{V}.None"/>
    public const int None = ValueTable<V>.None;

    private const int FirstTranslated = 1 << 10;

    // So many values tell whether values come again.
    private const int EnoughAsked = 1 << 10;

    private readonly ulong[] _expected = new ulong[ExpectedRecords.Most];

    // By the values that are translated: those that nobody has any more are forgotten.
    private readonly ConditionalWeakTable<ValueDictionary<V>, Translation> _translations = [];
    private readonly ValueTables<V> _tables;

    // Null between two batches.
    private ValueTable<V>? _table;
    private int _asked;
    private int _added;

    /// <param name="shared">Those of another thread, to have the values in common with; null for none.</param>
    protected CodedValues(CodedValues<V>? shared) => _tables = shared?._tables ?? new();

    /// <summary>The values.</summary>
    public ValueDictionary<V> Dictionary => Table.Dictionary;

    /// <summary>Which values they are, from 1: after all were forgotten, an index means another.</summary>
    public int Version => Table.Version;

    private ValueTable<V> Table => _table ??= _tables.Latest;

    /// <summary>The index of a value.</summary>
    /// <param name="text">The bytes of a JSON text between its quotes, or of another value.</param>
    /// <param name="isEscaped">Whether backslashes in them are escapes.</param>
    /// <param name="index">The index.</param>
    /// <param name="expected">The number under which the text was expected; negative if it was not.</param>
    /// <returns>Whether the bytes are such a value.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public bool TryGet(ReadOnlySpan<byte> text, bool isEscaped, out int index, int expected = -1)
    {
        _asked++;
        var hash = expected < 0 ? SeededHash.Of64(text) : _expected[expected];
        var mark = isEscaped ? ~text.Length : text.Length;
        return Table.TryFind(text, mark, hash, out index) || TryAdd(text, isEscaped, hash, out index);
    }

    /// <summary>The indices of values that were expected, by their places among the texts.</summary>
    /// <param name="bytes">The bytes in which the values stand.</param>
    /// <param name="texts">Where.</param>
    /// <param name="which">Those that are asked for.</param>
    /// <param name="indices">Where the indices go, each in the place of its value.</param>
    /// <returns>How many of them are such values, before the first that is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        Table.FetchPlace(hash);
    }

    /// <summary>Asks for the bytes that the first so many of the expected texts will be compared with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fetch(int count)
    {
        var table = Table;
        foreach (var hash in _expected.AsSpan(0, count)) table.FetchBytes(hash);
    }

    /// <summary>Asks for the bytes that some of the expected texts will be compared with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fetch(ReadOnlySpan<int> which)
    {
        var table = Table;
        foreach (var number in which) table.FetchBytes(_expected[number]);
    }

    /// <summary>Forgets all values if there are too many of them. Between two batches: one has one dictionary. A thread that has nothing more to do keeps no values.</summary>
    public void Trim()
    {
        if (_asked >= EnoughAsked)
        {
            if (_added > _asked / 8 * 7) Table.CloseIfLarge();
            (_asked, _added) = (0, 0);
        }

        _table = null;
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
            if (index >= here.Length) Array.Resize(ref here, Math.Max(index + 1, Math.Max(FirstTranslated, here.Length * 2)));
            if (here[index] == None) here[index] = IndexOf(from[index]);
            index = here[index];
        }

        known.Indices = here;
    }

    /// <summary>Decodes a value; false when the bytes are none.</summary>
    protected abstract bool TryDecode(ReadOnlySpan<byte> text, bool isEscaped, out V value);

    /// <summary>Adds a value that is not to be found by bytes.</summary>
    protected int Add(V value) => Table.Add(value);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryAdd(ReadOnlySpan<byte> text, bool isEscaped, ulong hash, out int index)
    {
        index = None;
        if (!TryDecode(text, isEscaped, out var value)) return false;
        _added++;
        index = Table.Add(text, isEscaped ? ~text.Length : text.Length, hash, value);
        return true;
    }

    private sealed class Translation
    {
        /// <summary>Of which version of the values the indices are.</summary>
        public int Version { get; set; }

        /// <summary>The indices here, by those there; <see cref="None"/> where one has not been looked for.</summary>
        public int[] Indices { get; set; } = [];
    }
}
