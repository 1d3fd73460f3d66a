namespace DetectionKit.Sources.Joining;

/// <summary>Under a tolerance: connections wait until the clock has passed them, the oldest first.</summary>
internal sealed class WaitingByTime(int maxWaiting) : IWaitingRoom
{
    // By number: a connection is large, and a queue moves what it has with all that comes and goes.
    private readonly PriorityQueue<int, (long Ticks, long Arrival)> _queue = new();
    private readonly Stack<int> _free = new();
    private ConnectionDraft[] _drafts = [];
    private long _oldest = long.MaxValue;
    private long _arrivals;

    /// <inheritdoc/>
    public long Count => _queue.Count;

    /// <inheritdoc/>
    public DateTimeOffset? Oldest => _queue.Count > 0 ? new(_oldest, TimeSpan.Zero) : null;

    private bool IsCrowded => _queue.Count > maxWaiting;

    /// <inheritdoc/>
    public void Add(in ConnectionDraft draft)
    {
        if (!_free.TryPop(out var number))
        {
            // Those that wait have the numbers below.
            number = _queue.Count;
            if (number == _drafts.Length) Array.Resize(ref _drafts, Math.Max(16, number * 2));
        }

        _drafts[number] = draft;
        _queue.Enqueue(number, (draft.Ticks, _arrivals++));
        _oldest = Math.Min(_oldest, draft.Ticks);
    }

    /// <inheritdoc/>
    public bool IsDue(long now, bool atEnd) => _queue.Count > 0 && (atEnd || _oldest < now || IsCrowded);

    /// <inheritdoc/>
    public ConnectionDraft Take(long now, bool atEnd, out bool early)
    {
        early = !atEnd && _oldest >= now;
        var number = _queue.Dequeue();
        var draft = _drafts[number];
        _drafts[number] = default;
        _free.Push(number);
        _oldest = _queue.TryPeek(out _, out var next) ? next.Ticks : long.MaxValue;
        return draft;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
