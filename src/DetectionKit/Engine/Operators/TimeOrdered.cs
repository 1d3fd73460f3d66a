namespace DetectionKit.Engine;

/// <summary>Rows held back until all of an earlier time have come, then given out in order of time.</summary>
internal sealed class TimeOrdered<TItem>
{
    private readonly PriorityQueue<TItem, long> _queue = new();
    private readonly List<TItem> _sameTime = [];

    internal int Count => _queue.Count;

    internal IEnumerable<TItem> Items => _queue.UnorderedItems.Select(item => item.Element);

    internal void Add(TItem item, long time) => _queue.Enqueue(item, time);

    /// <summary>Takes out the rows before a frontier, all rows of one time at once. The list is valid until the next call.</summary>
    internal bool TryTake(long frontier, out long time, out List<TItem> rows)
    {
        rows = _sameTime;
        rows.Clear();
        if (!_queue.TryPeek(out _, out time) || time >= frontier) return false;
        while (_queue.TryPeek(out var item, out var next) && next == time)
        {
            rows.Add(item);
            _queue.Dequeue();
        }

        return true;
    }
}
