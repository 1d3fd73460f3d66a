using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>Events of a user's own type as columns, read from JSON without making an event.</summary>
/// <param name="columns">The columns.</param>
/// <param name="scope">The properties that are read.</param>
/// <param name="fields">How many there are.</param>
/// <param name="required">Those that must be there, though nobody reads them.</param>
/// <param name="make">Makes an event of the values of its columns.</param>
/// <param name="size">The rows of a batch.</param>
internal sealed class ContractColumns<T>(
    ContractColumn<T>[] columns, FieldScope scope, int fields, int[] required, Func<Func<int, object?>[], int, T> make, int size) : IEventColumns<T>
{
    private ExpectedRecords _expected;
    private readonly FieldValues _values = new(fields);
    private EventPosition[] _positions = new EventPosition[size];

    /// <summary>What finds the properties that are read.</summary>
    public RecordScanner Scanner { get; } = RecordScanner.Of(scope);

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public void Add(T item, EventPosition position)
    {
        var row = Reserve(position);
        foreach (var column in columns) column.Set(row, item);
        Count++;
    }

    /// <summary>Says which records come next, so that what they need can be fetched from memory together.</summary>
    public void Expect(ScannedBlock block, int first, int count)
    {
        foreach (var column in columns) column.Expect(block, first, count);
        _expected = new(block, first, count);
    }

    /// <summary>Adds the event of a record; false when only the contract can tell what it is, or what is wrong with it.</summary>
    public bool TryAdd(ReadOnlySpan<byte> record, EventPosition position)
    {
        if (Scanner.Read(record, _values) is not null) return false;
        foreach (var field in required)
        {
            if (_values.KindOf(field) == FieldKind.Absent) return false;
        }

        var (row, expected) = (Reserve(position), _expected.NumberOf(Scanner));
        foreach (var column in columns)
        {
            if (!column.TryRead(record, _values, row, expected)) return false;
        }

        Count++;
        return true;
    }

    /// <inheritdoc/>
    public EventBatch<T> Take(DateTimeOffset limit)
    {
        var getters = new Func<int, object?>[columns.Length];
        var batch = new ColumnBatch<T>(Count, row => make(getters, row), _positions) { IsImmutable = true, WatermarkLimit = limit };
        for (var i = 0; i < columns.Length; i++) getters[i] = columns[i].AddTo(batch, size);
        (_positions, Count) = (new EventPosition[size], 0);
        return batch;
    }

    /// <inheritdoc/>
    public GatheredRows Detach(GatheredRows? used)
    {
        var rows = new ContractRows(_positions, [.. columns.Select(column => column.Detach(size))]) { Count = Count };
        (_positions, Count) = (new EventPosition[size], 0);
        return rows;
    }

    /// <inheritdoc/>
    public void Add(GatheredRows rows, int start, int count)
    {
        var from = (ContractRows)rows;
        if (Count + count > _positions.Length) Resize(Math.Max(Count + count, Count * 2));
        Array.Copy(from.Positions, start, _positions, Count, count);
        for (var i = 0; i < columns.Length; i++) columns[i].Copy(from.Columns[i], start, count, Count);
        Count += count;
    }

    private void Resize(int newSize)
    {
        Array.Resize(ref _positions, newSize);
        foreach (var column in columns) column.Resize(newSize);
    }

    private int Reserve(EventPosition position)
    {
        if (Count == _positions.Length) Resize(Count * 2);
        _positions[Count] = position;
        return Count;
    }
}
