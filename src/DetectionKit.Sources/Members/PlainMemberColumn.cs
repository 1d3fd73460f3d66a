using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Members;

/// <summary>A member whose values are numbers, times and the like: an array of them.</summary>
internal sealed class PlainMemberColumn<T, V>(Expression<Func<T, V>> member, string name, int field, TokenReader<V> reader, UnwrittenValues<V> unwritten, int size) : MemberColumn<T>(name, field)
{
    private readonly Lazy<Func<T, V>> _get = new(member.Compile);
    private V[] _values = new V[size];
    private UnwrittenValues<V> _unwritten = unwritten;

    /// <inheritdoc/>
    public override MemberColumn<T> Another(int size)
    {
        var another = (PlainMemberColumn<T, V>)MemberwiseClone();
        (another._values, another._unwritten) = (new V[size], _unwritten.Another());
        return another;
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> record, FieldValues values, int row) => values.TryGetToken(record, Field, out var token)
        ? reader.TryRead(token, ref _values[row])
        : _unwritten.TryGet(values.KindOf(Field), out _values[row]);

    /// <inheritdoc/>
    public override bool TryReadTime(ReadOnlySpan<byte> record, FieldValues values, out DateTimeOffset time)
    {
        time = default;
        return typeof(V) == typeof(DateTimeOffset) && values.TryGetToken(record, Field, out var token) && reader.TryRead(token, ref Unsafe.As<DateTimeOffset, V>(ref time));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Read(ScannedBlock block, int first, int count, int row)
    {
        for (var i = 0; i < count; i++)
        {
            var isRead = block.TryGetToken(first + i, Field, out var token) ? reader.TryRead(token, ref _values[row + i]) : _unwritten.TryGet(block.FieldsOf(first + i)[Field].Kind, out _values[row + i]);
            if (!isRead) return i;
        }

        return count;
    }

    /// <inheritdoc/>
    public override MemberFilter? FilterOf(Delegate predicate) => predicate is Func<V, bool> typed ? (row, which) => Keep(typed, _values.AsSpan(row), which) : null;

    /// <inheritdoc/>
    public override void Set(int row, T item) => _values[row] = _get.Value(item);

    /// <inheritdoc/>
    public override void Learn(FieldValues values, T item) => _unwritten.Learn(values.KindOf(Field), _get.Value(item));

    /// <inheritdoc/>
    public override void Resize(int size) => Array.Resize(ref _values, size);

    /// <inheritdoc/>
    public override Delegate AddTo(ColumnBatch<T> batch, int size)
    {
        var values = (V[])Detach(size);
        batch.Add(member, values);
        return (int row) => values[row];
    }

    /// <inheritdoc/>
    public override object Detach(int size)
    {
        var values = _values;
        _values = new V[size];
        return values;
    }

    /// <inheritdoc/>
    public override void Copy(object gathered, int start, int count, int to) => Array.Copy((V[])gathered, start, _values, to, count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Keep(Func<V, bool> predicate, ReadOnlySpan<V> values, Span<int> which)
    {
        var kept = 0;
        foreach (var number in which)
        {
            if (CodedFilter<V>.Passes(predicate, values[number])) which[kept++] = number;
        }

        return kept;
    }
}
