namespace DetectionKit.Sources.Columns;

/// <summary>Events of a type, gathered as columns.</summary>
internal interface IEventColumns<T>
{
    /// <summary>The number of events gathered.</summary>
    int Count { get; }

    /// <summary>Columns of the same kind for another thread: what they gather is taken from there as it is, as far as both have the same values in common.</summary>
    IEventColumns<T> Another();

    /// <summary>Adds an event that there is already.</summary>
    void Add(T item, EventPosition position);

    /// <summary>The events gathered, as a batch; the next begins empty.</summary>
    /// <param name="limit">The watermark's limit while the batch is read.</param>
    EventBatch<T> Take(DateTimeOffset limit);

    /// <summary>The events gathered, for other columns to take from; the next begin empty.</summary>
    /// <param name="used">Rows that are no longer needed; null for none.</param>
    GatheredRows Detach(GatheredRows? used);

    /// <summary>Adds events that columns of the same kind have gathered.</summary>
    /// <param name="rows">What they have gathered.</param>
    /// <param name="start">The first of the events.</param>
    /// <param name="count">How many there are.</param>
    void Add(GatheredRows rows, int start, int count);
}
