namespace DetectionKit.Sources.Columns;

/// <summary>Events of a type, gathered as columns.</summary>
internal interface IEventColumns<T>
{
    /// <summary>The number of events gathered.</summary>
    int Count { get; }

    /// <summary>Adds an event that there is already.</summary>
    void Add(T item, EventPosition position);

    /// <summary>The events gathered, as a batch; the next begins empty.</summary>
    /// <param name="limit">The watermark's limit while the batch is read.</param>
    EventBatch<T> Take(DateTimeOffset limit);

    /// <summary>The events gathered, for other columns to make a batch of; the next begins empty.</summary>
    GatheredRows Detach();

    /// <summary>A batch of rows that columns of the same kind gathered.</summary>
    /// <param name="rows">The rows, which become the batch's own.</param>
    /// <param name="limit">The watermark's limit while the batch is read.</param>
    EventBatch<T> Adopt(GatheredRows rows, DateTimeOffset limit);
}
