namespace DetectionKit.Sources.Joining;

/// <summary>Under a tolerance: connections wait until the clock has passed them, the oldest first.</summary>
internal sealed class WaitingByTime(int maxWaiting) : IWaitingRoom
{
    // By number: a connection is large, and a queue moves what it has with all that comes and goes.
    private readonly PriorityQueue<int, (long Ticks, long Arrival)> _queue = new();
    private readonly Stack<int> _free = new();
    private ConnectionDraft[] _drafts = [];
    private long _arrivals;

    /// <inheritdoc/>
    public long Count => _queue.Count;

    /// <inheritdoc/>
    public DateTimeOffset? Oldest => _queue.TryPeek(out _, out var next) ? new(next.Ticks, TimeSpan.Zero) : null;

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
    }

    /// <inheritdoc/>
    public bool IsDue(long now, bool atEnd) => _queue.TryPeek(out _, out var next) && (atEnd || next.Ticks < now || IsCrowded);

    /// <inheritdoc/>
    public ConnectionDraft Take(long now, bool atEnd, out bool early)
    {
        _queue.TryDequeue(out var number, out var next);
        early = !atEnd && next.Ticks >= now;
        var draft = _drafts[number];
        _drafts[number] = default;
        _free.Push(number);
        return draft;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
