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
    private DateTimeOffset _limit = DateTimeOffset.MaxValue;

    internal EventOutput(DecoderContext context)
    {
        _report = context.Report;
        _batchSize = context.Options.BatchSize;
        _samples = context.Options.Limits.MaxMalformedSamples;
    }

    /// <summary>The number of events in the batch at hand.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the batch at hand is full. A decoder that releases held events stops there; a record read is added all the same.</summary>
    public bool IsFull => Count >= _batchSize;

    /// <summary>Adds an event.</summary>
    public void Add(T item, EventPosition position)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(_batchSize, Count * 2));
            Array.Resize(ref _positions, _items.Length);
        }

        _items[Count] = item;
        _positions[Count++] = position;
    }

    /// <summary>Counts a sound record of another kind than those asked for.</summary>
    public void Skip() => _report.Add(SourceCounter.Skipped);

    /// <summary>Counts and reports a record with something wrong in it.</summary>
    /// <param name="position">Where it stands.</param>
    /// <param name="reason">What is wrong, naming the field.</param>
    public void Malformed(EventPosition position, string reason) => _report.AddMalformed(position, reason, _samples);

    /// <summary>Says that an event of this time is held back: the batch at hand lets no window close that it belongs to.</summary>
    public void Hold(DateTimeOffset time)
    {
        if (time < _limit) _limit = time;
    }

    /// <summary>The oldest event that was said to be held back since the last batch; null for none.</summary>
    internal DateTimeOffset? Limit => _limit == DateTimeOffset.MaxValue ? null : _limit;

    /// <summary>An event of the batch at hand.</summary>
    internal (T Item, EventPosition Position) this[int index] => (_items[index], _positions[index]);

    /// <summary>Begins the batch anew, without counting its events: they are counted where they went.</summary>
    internal void Forget() => (Count, _limit) = (0, DateTimeOffset.MaxValue);

    /// <summary>The batch at hand; the next begins empty.</summary>
    /// <param name="oldestHeld">The oldest event that is still held back.</param>
    internal EventBatch<T> Take(DateTimeOffset? oldestHeld)
    {
        var batch = new ObjectBatch<T>(_items, Count, _positions) { WatermarkLimit = _limit };
        _report.Add(SourceCounter.Events, Count);
        (_items, _positions, Count, _limit) = ([], [], 0, oldestHeld ?? DateTimeOffset.MaxValue);
        return batch;
    }
}
