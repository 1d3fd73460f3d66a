using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Formats;

/// <summary>Where a decoder's events go, and what it has to say about records that gave none.</summary>
/// <typeparam name="T">The event type.</typeparam>
public sealed class EventOutput<T>
{
    private readonly SourceReport _report;
    private readonly int _batchSize;
    private readonly int _samples;
    private T[] _items = [];
    private EventPosition[] _positions = [];
    private readonly IEventColumns<T>? _columns;
    private DateTimeOffset _limit = DateTimeOffset.MaxValue;
    private bool _asColumns;
    private int _count;

    /// <param name="context">The run's options and report.</param>
    /// <param name="columns">What gathers events as columns, for decoders that can say what stands in them; null for objects only.</param>
    internal EventOutput(DecoderContext context, IEventColumns<T>? columns = null)
    {
        _columns = columns;
        _report = context.Report;
        _batchSize = context.Options.BatchSize;
        _samples = context.Options.Limits.MaxMalformedSamples;
    }

    /// <summary>The number of events in the batch at hand.</summary>
    public int Count => _asColumns ? _columns!.Count : _count;

    /// <summary>What events may be gathered in as columns; null for objects only.</summary>
    internal IEventColumns<T>? Gatherer => _columns;

    /// <summary>The columns that the batch at hand is gathered in; null when it is one of objects. A batch is one or the other from its first event on.</summary>
    internal IEventColumns<T>? Columns
    {
        get
        {
            if (_count == 0 && _columns is not null) _asColumns = true;
            return _asColumns ? _columns : null;
        }
    }

    /// <summary>Whether the batch at hand is full. A decoder that releases held events stops there; a record read is added all the same.</summary>
    public bool IsFull => Count >= _batchSize;

    /// <summary>Adds an event.</summary>
    public void Add(T item, EventPosition position)
    {
        if (_asColumns)
        {
            _columns!.Add(item, position);
            return;
        }

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(_batchSize, _count * 2));
            Array.Resize(ref _positions, _items.Length);
        }

        _items[_count] = item;
        _positions[_count++] = position;
    }

    /// <summary>Counts a sound record of another kind than those asked for.</summary>
    public void Skip() => _report.Add(SourceCounter.Skipped);

    /// <summary>Counts and reports a record with something wrong in it.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="reason">What is wrong, naming the field.</param>
    public void Malformed(EventPosition position, string reason) => _report.AddMalformed(position, reason, _samples);

    /// <summary>Counts and reports a record that is too long to be read.</summary>
    internal void TooLong(EventPosition position) => Malformed(position, "it is longer than SourceLimits.MaxRecordBytes allows");

    /// <summary>Says that an event of this time is held back: the batch at hand lets no window close that it belongs to.</summary>
    public void Hold(DateTimeOffset time)
    {
        if (time < _limit) _limit = time;
    }

    /// <summary>The oldest event that was said to be held back since the last batch; null for none.</summary>
    internal DateTimeOffset? Limit => _limit == DateTimeOffset.MaxValue ? null : _limit;

    /// <summary>An event of the batch at hand, which is one of objects.</summary>
    internal (T Item, EventPosition Position) this[int index] => (_items[index], _positions[index]);

    /// <summary>Begins the batch anew, without counting its events: they are counted where they went.</summary>
    internal void Forget() => (_count, _limit) = (0, DateTimeOffset.MaxValue);

    /// <summary>The batch at hand; the next begins empty.</summary>
    /// <param name="oldestHeld">The oldest event that is still held back.</param>
    internal EventBatch<T> Take(DateTimeOffset? oldestHeld)
    {
        _report.Add(SourceCounter.Events, Count);
        var batch = _asColumns ? _columns!.Take(_limit) : new ObjectBatch<T>(_items, _count, _positions) { WatermarkLimit = _limit };
        if (!_asColumns) (_items, _positions, _count) = ([], [], 0);
        _limit = oldestHeld ?? DateTimeOffset.MaxValue;
        return batch;
    }

    /// <summary>Whether the batch at hand is one of columns, or has no events yet, and events gathered elsewhere can be added to it.</summary>
    internal bool TakesRows => Columns is not null;

    /// <summary>How many more events the batch at hand takes.</summary>
    internal int Room => Math.Max(_batchSize - Count, 0);

    /// <summary>Adds events that another output has gathered.</summary>
    internal void Add(GatheredRows rows, int start, int count) => _columns!.Add(rows, start, count);

    /// <summary>The events gathered, which are columns, for another output to add; the next begin empty.</summary>
    /// <param name="used">Rows that are no longer needed; null for none.</param>
    internal GatheredRows Detach(GatheredRows? used) => _columns!.Detach(used);
}
