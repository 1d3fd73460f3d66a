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
        var batch = Adopt(Gathered(size), limit);
        foreach (var column in columns) column.Trim();
        return batch;
    }

    /// <inheritdoc/>
    public GatheredRows Detach()
    {
        // The next has about as many.
        var rows = Gathered(Math.Min(Count + (Count / 8) + 1, size));
        foreach (var column in columns) column.Trim();
        return rows;
    }

    /// <inheritdoc/>
    public EventBatch<T> Adopt(GatheredRows rows, DateTimeOffset limit)
    {
        var (getters, gathered) = (new Func<int, object?>[columns.Length], (ContractRows)rows);
        var batch = new ColumnBatch<T>(rows.Count, row => make(getters, row), gathered.Positions) { IsImmutable = true, WatermarkLimit = limit };
        for (var i = 0; i < columns.Length; i++) getters[i] = columns[i].AddTo(batch, gathered.Columns[i]);
        return batch;
    }

    private ContractRows Gathered(int next)
    {
        var rows = new ContractRows(_positions, [.. columns.Select(column => column.Detach(next))]) { Count = Count };
        (_positions, Count) = (new EventPosition[next], 0);
        return rows;
    }

    private int Reserve(EventPosition position)
    {
        if (Count == _positions.Length)
        {
            Array.Resize(ref _positions, Count * 2);
            foreach (var column in columns) column.Resize(Count * 2);
        }

        _positions[Count] = position;
        return Count;
    }
}
