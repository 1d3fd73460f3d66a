using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Joining;

/// <summary>Under a tolerance: connections wait until the clock has passed them, the oldest first.</summary>
internal sealed class WaitingByTime(int maxWaiting) : IWaitingRoom
{
    private readonly PriorityQueue<ConnectionDraft, (long Ticks, long Arrival)> _queue = new();
    private long _arrivals;

    /// <inheritdoc/>
    public long Count => _queue.Count;

    /// <inheritdoc/>
    public DateTimeOffset? Oldest => _queue.TryPeek(out var draft, out _) ? draft.Time : null;

    /// <inheritdoc/>
    public void Add(in ConnectionDraft draft) => _queue.Enqueue(draft, (draft.Ticks, _arrivals++));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryTake(long now, bool atEnd, [MaybeNullWhen(false)] out ConnectionDraft draft, out bool early)
    {
        early = false;
        if (!_queue.TryPeek(out draft, out _)) return false;
        if (!atEnd && draft.Ticks >= now)
        {
            early = _queue.Count > maxWaiting;
            if (!early) return false;
        }

        _queue.Dequeue();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
