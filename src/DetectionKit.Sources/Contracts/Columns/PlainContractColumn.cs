using System.Buffers.Text;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>A member whose values are numbers, times and the like: an array of them.</summary>
internal sealed class PlainContractColumn<T, V>(Expression<Func<T, V>> member, string name, int field, JsonTypeInfo<V> contract, UnwrittenValues<V> unwritten, bool isPlain, int size) : ContractColumn<T>(name, field)
{
    private readonly Func<T, V> _get = member.Compile();
    private V[] _values = new V[size];
    private UnwrittenValues<V> _unwritten = unwritten;

    /// <inheritdoc/>
    public override ContractColumn<T> Another(int size)
    {
        var another = (PlainContractColumn<T, V>)MemberwiseClone();
        (another._values, another._unwritten) = (new V[size], _unwritten.Another());
        return another;
    }

    /// <inheritdoc/>
    public override bool TryRead(ReadOnlySpan<byte> record, FieldValues values, int row) => values.TryGetToken(record, Field, out var token)
        ? TryRead(token, ref _values[row])
        : _unwritten.TryGet(values.KindOf(Field), out _values[row]);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Read(ScannedBlock block, int first, int count, int row)
    {
        for (var i = 0; i < count; i++)
        {
            var isRead = block.TryGetToken(first + i, Field, out var token) ? TryRead(token, ref _values[row + i]) : _unwritten.TryGet(block.FieldsOf(first + i)[Field].Kind, out _values[row + i]);
            if (!isRead) return i;
        }

        return count;
    }

    /// <inheritdoc/>
    public override ContractFilter? FilterOf(Delegate predicate) => predicate is Func<V, bool> typed ? (row, which) => Keep(typed, _values.AsSpan(row), which) : null;

    /// <inheritdoc/>
    public override void Set(int row, T item) => _values[row] = _get(item);

    /// <inheritdoc/>
    public override void Learn(FieldValues values, T item) => _unwritten.Learn(values.KindOf(Field), _get(item));

    /// <inheritdoc/>
    public override void Resize(int size) => Array.Resize(ref _values, size);

    /// <inheritdoc/>
    public override Func<int, object?> AddTo(ColumnBatch<T> batch, int size)
    {
        var values = (V[])Detach(size);
        batch.Add(member, values);
        return row => values[row];
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryRead(ReadOnlySpan<byte> token, ref V value)
    {
        if (isPlain && TryReadPlain(token, ref value)) return true;
        try
        {
            value = JsonSerializer.Deserialize(token, contract)!;
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    // As System.Text.Json reads them, without what it does around that.
    private static bool TryReadPlain(ReadOnlySpan<byte> token, ref V value)
    {
        if (Is<int>()) return Utf8Parser.TryParse(token, out int number, out var used) && used == token.Length && Set(ref value, number);
        if (Is<long>()) return Utf8Parser.TryParse(token, out long number, out var used) && used == token.Length && Set(ref value, number);
        if (Is<double>()) return Utf8Parser.TryParse(token, out double number, out var used) && used == token.Length && Set(ref value, number);
        if (Is<bool>()) return token[0] is (byte)'t' or (byte)'f' && Set(ref value, token[0] == (byte)'t');
        if (!Is<DateTimeOffset>()) return false;
        if (TryReadUtc(token, out var time)) return Set(ref value, time);
        var reader = new Utf8JsonReader(token);
        return reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out time) && Set(ref value, time);
    }

    // Whether the values are such, or such or null.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Is<N>()
        where N : struct => typeof(V) == typeof(N) || typeof(V) == typeof(N?);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Set<N>(ref V value, N read)
        where N : struct
    {
        if (typeof(V) == typeof(N)) Unsafe.As<V, N>(ref value) = read;
        else Unsafe.As<V, N?>(ref value) = read;
        return true;
    }

    // What most times are: 2026-03-02T08:00:00Z, with up to seven decimals. There are more forms; those are left to the reader of JSON.
    private static bool TryReadUtc(ReadOnlySpan<byte> token, out DateTimeOffset time)
    {
        const int Shortest = 22, Longest = 30, T = 11, Tens = 18, Point = 20;
        time = default;
        if (token.Length is < Shortest or > Longest || token[^2] != (byte)'Z' || token[T] != (byte)'T' || token[Tens] > (byte)'5') return false;
        if (token.Length > Shortest && (token[Point] != (byte)'.' || token[(Point + 1)..^2].ContainsAnyExceptInRange((byte)'0', (byte)'9'))) return false;
        if (!TimeText.TryReadDateTime(token[1..^1], out var ticks)) return false;
        time = new(ticks, TimeSpan.Zero);
        return true;
    }
}
