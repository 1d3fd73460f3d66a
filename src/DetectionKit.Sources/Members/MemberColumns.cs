using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Members;

/// <summary>Events as columns of their members, read from JSON without making an event.</summary>
/// <param name="columns">The columns.</param>
/// <param name="scope">The properties that are read.</param>
/// <param name="fields">How many there are.</param>
/// <param name="required">Those that must be there, though nobody reads them.</param>
/// <param name="make">Makes an event of the values of its columns.</param>
/// <param name="reads">What is read of an event.</param>
/// <param name="size">The rows of a batch.</param>
internal sealed class MemberColumns<T>(
    MemberColumn<T>[] columns, FieldScope scope, int fields, int[] required, Func<Delegate[], int, T> make, EventReads<T> reads, int size) : IEventColumns<T>
{
    private readonly MemberFilters<T> _filters = new(columns, reads);
    private readonly FieldValues _values = new(fields);
    private EventPosition[] _positions = new EventPosition[size];
    private bool _hasValues;

    /// <summary>What finds the properties that are read.</summary>
    public RecordScanner Scanner { get; } = RecordScanner.Of(scope);

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public IEventColumns<T> Another() => new MemberColumns<T>([.. columns.Select(column => column.Another(size))], scope, fields, required, make, reads, size);

    /// <inheritdoc/>
    public void Add(T item, EventPosition position)
    {
        var row = Reserve(position);
        foreach (var column in columns) column.Set(row, item);
        Count++;
    }

    /// <summary>Where the properties of the record stand that was scanned last.</summary>
    public FieldValues Values => _values;

    /// <summary>Adds the event of a record; false when only whoever makes whole events can tell what it is, or what is wrong with it.</summary>
    public bool TryAdd(ReadOnlySpan<byte> record, EventPosition position) => TryScan(record) && TryAddScanned(record, position);

    /// <summary>Finds the properties of a record; false when there is something wrong with it.</summary>
    public bool TryScan(ReadOnlySpan<byte> record)
    {
        _hasValues = Scanner.Read(record, _values) is null;
        return _hasValues;
    }

    /// <summary>The time that the record scanned last has for a member; null where that takes the whole event.</summary>
    public DateTimeOffset? TimeOf(ReadOnlySpan<byte> record, string member)
    {
        foreach (var column in columns)
        {
            if (column.Member == member) return column.TryReadTime(record, _values, out var time) ? time : null;
        }

        return null;
    }

    /// <summary>Adds the event of the record that was scanned last.</summary>
    /// <inheritdoc cref="TryAdd"/>
    public bool TryAddScanned(ReadOnlySpan<byte> record, EventPosition position)
    {
        foreach (var field in required)
        {
            if (_values.KindOf(field) == FieldKind.Absent) return false;
        }

        var row = Reserve(position);
        foreach (var column in columns)
        {
            if (!column.TryRead(record, _values, row)) return false;
        }

        Count++;
        return true;
    }

    /// <summary>Takes note of the whole event that was made of the record that could not be added last.</summary>
    public void Learn(T item)
    {
        if (!_hasValues) return;
        foreach (var column in columns) column.Learn(_values, item);
    }

    /// <summary>Adds the events of records of a block, a column at a time, up to the first of which only whoever makes whole events can tell what it is, or what is wrong with it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="source">The name of their input.</param>
    /// <returns>How many have been added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ScannedBlock block, int first, int count, string source)
    {
        count = Readable(block, first, count);
        MakeRoom(count);
        foreach (var column in columns) count = column.Read(block, first, count, Count);
        count = Find(_filters.Always, block.Bytes, ExpectedRecords.Numbers(count), count);
        Span<int> passing = stackalloc int[ExpectedRecords.Most];
        ExpectedRecords.Numbers(count).CopyTo(passing);
        passing = passing[.._filters.Keep(Count, passing[..count])];
        count = Find(_filters.Others, block.Bytes, passing, count);
        for (var i = 0; i < count; i++) _positions[Count + i] = new(source, block.LineOf(first + i));
        Count += count;
        return count;
    }

    /// <inheritdoc/>
    public EventBatch<T> Take(DateTimeOffset limit)
    {
        var getters = new Delegate[columns.Length];
        var batch = new ColumnBatch<T>(Count, row => make(getters, row), _positions) { IsImmutable = true, WatermarkLimit = limit };
        for (var i = 0; i < columns.Length; i++) getters[i] = columns[i].AddTo(batch, size);
        (_positions, Count) = (new EventPosition[size], 0);
        return batch;
    }

    /// <inheritdoc/>
    public GatheredRows Detach(GatheredRows? used)
    {
        var rows = new MemberRows(_positions, [.. columns.Select(column => column.Detach(size))]) { Count = Count };
        (_positions, Count) = (new EventPosition[size], 0);
        return rows;
    }

    /// <inheritdoc/>
    public void Add(GatheredRows rows, int start, int count)
    {
        var from = (MemberRows)rows;
        MakeRoom(count);
        from.CopyPositions(from.Positions.AsSpan(start, count), _positions.AsSpan(Count));
        for (var i = 0; i < columns.Length; i++) columns[i].Copy(from.Columns[i], start, count, Count);
        Count += count;
    }

    // All are asked for before any is looked up.
    private int Find(MemberColumn<T>[] among, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> which, int count)
    {
        foreach (var column in among) column.Expect(bytes, which, count);
        foreach (var column in among) column.Fetch();
        foreach (var column in among) count = column.Find(bytes, count, Count);
        return count;
    }

    // Those that have been scanned without fault, and have what must be there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Readable(ScannedBlock block, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            ref readonly var record = ref block[i];
            if (!record.IsScanned || record.Fault is not null) return i - first;
            var fields = block.FieldsOf(i);
            foreach (var field in required)
            {
                if (fields[field].Kind == FieldKind.Absent) return i - first;
            }
        }

        return count;
    }

    private void MakeRoom(int count)
    {
        if (Count + count <= _positions.Length) return;
        var newSize = Math.Max(Count + count, Count * 2);
        Array.Resize(ref _positions, newSize);
        foreach (var column in columns) column.Resize(newSize);
    }

    private int Reserve(EventPosition position)
    {
        MakeRoom(1);
        _positions[Count] = position;
        return Count;
    }
}
