using System.Linq.Expressions;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>A member whose values are texts, addresses and other objects: each distinct one is decoded once.</summary>
internal sealed class CodedContractColumn<T, V>(Expression<Func<T, V>> member, string name, int field, JsonTypeInfo<V> contract, int size) : ContractColumn<T>(name, field)
{
    private readonly Func<T, V> _get = member.Compile();
    private CodedJson<V> _coded = new(contract);
    private int[] _indices = new int[size];

    /// <inheritdoc/>
    public override ContractColumn<T> Another(int size)
    {
        var another = (CodedContractColumn<T, V>)MemberwiseClone();
        (another._coded, another._indices) = (_coded.Another(), new int[size]);
        return another;
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> record, FieldValues values, int row)
    {
        if (!typeof(V).IsValueType && values.KindOf(Field) == FieldKind.Null)
        {
            _indices[row] = CodedJson<V>.None;
            return true;
        }

        return values.TryGetToken(record, Field, out var token) && _coded.TryGet(token, isEscaped: false, out _indices[row]);
    }

    /// <inheritdoc/>
    public override int Read(ScannedBlock block, int first, int count, int row)
    {
        for (var i = 0; i < count; i++)
        {
            if (block.TryGetToken(first + i, Field, out var token) && _coded.TryGet(token, isEscaped: false, out _indices[row + i], i)) continue;
            if (typeof(V).IsValueType || block.FieldsOf(first + i)[Field].Kind != FieldKind.Null) return i;
            _indices[row + i] = CodedJson<V>.None;
        }

        return count;
    }

    /// <inheritdoc/>
    public override void Expect(ScannedBlock block, int first, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (block.TryGetToken(first + i, Field, out var token)) _coded.Expect(i, token);
        }
    }

    /// <inheritdoc/>
    public override void Fetch(int count) => _coded.Fetch(count);

    /// <inheritdoc/>
    public override void Set(int row, T item) => _indices[row] = _coded.IndexOf(_get(item));

    /// <inheritdoc/>
    public override void Resize(int size) => Array.Resize(ref _indices, size);

    /// <inheritdoc/>
    public override Func<int, object?> AddTo(ColumnBatch<T> batch, int size)
    {
        var column = (DictionaryColumn<V>)Detach(size);
        batch.Add(member, column);
        var (indices, dictionary) = (column.Indices, column.Dictionary);
        return row => dictionary[indices[row]];
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
}
