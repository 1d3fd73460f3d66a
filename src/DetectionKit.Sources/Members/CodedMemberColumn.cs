using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Members;

/// <summary>A member whose values are texts, addresses and other objects: each distinct one is decoded once.</summary>
/// <param name="member">Reads the member.</param>
/// <param name="name">Its name.</param>
/// <param name="field">The number of its JSON property among the scanned fields.</param>
/// <param name="reader">Decodes a value.</param>
/// <param name="unwritten">What the member is where a record has no value for it.</param>
/// <param name="isText">Whether the values are strings, and JSON's texts are decoded as they are.</param>
/// <param name="size">The rows of a batch.</param>
internal sealed class CodedMemberColumn<T, V>(Expression<Func<T, V>> member, string name, int field, TokenReader<V> reader, UnwrittenValues<V> unwritten, bool isText, int size) : MemberColumn<T>(name, field)
{
    private readonly Lazy<Func<T, V>> _get = new(member.Compile);
    private CodedTokens<V> _coded = new(reader);
    private UnwrittenValues<V> _unwritten = unwritten;
    private int[] _indices = new int[size];

    // Of the records that were read last: where their values stand, and whose are looked up.
    private WrittenText[] _tokens = new WrittenText[ExpectedRecords.Most];
    private bool[] _haveEscapes = new bool[ExpectedRecords.Most];
    private int[] _expected = new int[ExpectedRecords.Most];
    private int _expectedCount;

    /// <inheritdoc/>
    public override MemberColumn<T> Another(int size)
    {
        var another = (CodedMemberColumn<T, V>)MemberwiseClone();
        (another._coded, another._unwritten, another._indices) = (_coded.Another(), _unwritten.Another(), new int[size]);
        (another._tokens, another._haveEscapes, another._expected) = (new WrittenText[ExpectedRecords.Most], new bool[ExpectedRecords.Most], new int[ExpectedRecords.Most]);
        return another;
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> record, FieldValues values, int row) => values.TryGetToken(record, Field, out var token)
        ? _coded.TryGet(token, isEscaped: false, out _indices[row])
        : TryGetUnwritten(values.KindOf(Field), row);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Read(ScannedBlock block, int first, int count, int row)
    {
        _indices.AsSpan(row, count).Fill(CodedTokens<V>.None);
        for (var i = 0; i < count; i++)
        {
            var kind = block.FieldsOf(first + i)[Field].Kind;
            _haveEscapes[i] = kind == FieldKind.EscapedText;
            if (block.TryFindToken(first + i, Field, out _tokens[i])) continue;
            if (!TryGetUnwritten(kind, row + i)) return i;
            _tokens[i] = default;
        }

        return count;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Expect(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> which, int count)
    {
        _expectedCount = 0;
        for (var (i, next) = (0, 0); i < count; i++)
        {
            var isAsked = next < which.Length && which[next] == i;
            if (isAsked) next++;
            ref readonly var token = ref _tokens[i];
            if (token.Length > 0 && (isAsked || !IsSound(bytes.Slice(token.Start, token.Length), _haveEscapes[i]))) _expected[_expectedCount++] = i;
        }

        _coded.Expect(bytes, _tokens, _expected.AsSpan(0, _expectedCount));
    }

    /// <inheritdoc/>
    public override void Fetch() => _coded.Fetch(_expected.AsSpan(0, _expectedCount));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Find(ReadOnlySpan<byte> bytes, int count, int row)
    {
        var found = _coded.Find(bytes, _tokens, _expected.AsSpan(0, _expectedCount), _indices.AsSpan(row));
        return found < _expectedCount ? Math.Min(count, _expected[found]) : count;
    }

    /// <inheritdoc/>
    public override MemberFilter? FilterOf(Delegate predicate)
    {
        if (predicate is not Func<V, bool> typed) return null;
        var filter = new CodedFilter<V>(_coded, typed);
        return (row, which) => filter.Keep(_indices.AsSpan(row), which);
    }

    /// <inheritdoc/>
    public override void Set(int row, T item) => _indices[row] = _coded.IndexOf(_get.Value(item));

    /// <inheritdoc/>
    public override void Learn(FieldValues values, T item) => _unwritten.Learn(values.KindOf(Field), _get.Value(item));

    /// <inheritdoc/>
    public override void Resize(int size) => Array.Resize(ref _indices, size);

    /// <inheritdoc/>
    public override Delegate AddTo(ColumnBatch<T> batch, int size)
    {
        var column = (DictionaryColumn<V>)Detach(size);
        batch.Add(member, column);
        var (indices, dictionary) = (column.Indices, column.Dictionary);
        return (int row) => dictionary[indices[row]];
    }

    /// <inheritdoc/>
    public override object Detach(int size)
    {
        var gathered = new DictionaryColumn<V>(_indices, _coded.Dictionary);
        _indices = new int[size];
        _coded.Trim();
        return gathered;
    }

    /// <inheritdoc/>
    public override void Copy(object gathered, int start, int count, int to)
    {
        var from = (DictionaryColumn<V>)gathered;
        Array.Copy(from.Indices, start, _indices, to, count);
        _coded.Translate(_indices.AsSpan(to, count), from.Dictionary);
    }

    private bool TryGetUnwritten(FieldKind kind, int row)
    {
        if (!_unwritten.TryGet(kind, out var value)) return false;
        _indices[row] = EqualityComparer<V>.Default.Equals(value, default) ? CodedTokens<V>.None : _coded.IndexOf(value);
        return true;
    }

    // Whether a value is one of the type without being decoded: a text in JSON is a string, unless it has bytes, or halves of surrogate pairs, that are no character.
    private bool IsSound(ReadOnlySpan<byte> token, bool hasEscape) => isText && token[0] == (byte)'"' && Ascii.IsValid(token) && !(hasEscape && token.IndexOf("\\u"u8) >= 0);
}
