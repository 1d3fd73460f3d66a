using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>
/// Windows whose bounds depend on the events (sliding, session): events are held back until the watermark has passed them, then taken in order of time, so
/// that disorder can't change where a window ends.
/// </summary>
internal abstract class OrderedWindowOperator<TKey, TInput, TState, TFold, TGroup>(PaneContext<TKey, TInput, TState, TFold> panes)
    : WindowOperator<TKey, TInput, TState, TFold>(panes)
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
    where TGroup : class, new()
{
    private readonly TimeOrdered<Waiting> _waiting = new();
    private readonly Dictionary<TKey, TGroup> _groups = [];

    // One entry a group, with the time at which it is to be looked at again; a group that has gone on since is put back.
    private readonly PriorityQueue<TKey, long> _expiry = new();
    private readonly HashSet<TKey> _touched = [];

    protected static int GroupSize { get; } = Unsafe.SizeOf<TKey>() + Unsafe.SizeOf<PaneState<TState>>() + 96;

    internal sealed override long NextDue => _waiting.Count + _groups.Count == 0 ? long.MaxValue : long.MinValue;

    internal sealed override void TakeBlock(Rows rows)
    {
        if (Block.Next == 0) Block.Encode();
        while (Block.Next < Block.Count)
        {
            var i = Block.Next++;
            rows.Row = Block.Selected[i];
            var time = rows.Time;
            if (time < FrontierAt(rows)) AddLate(rows);
            else _waiting.Add(new(Block.Keys[i], Block.Inputs[i], new(time, rows.Event, rows.Origin?.Reader ?? rows.Reader, rows.Position)), time);
        }
    }

    protected sealed override void Advance(long frontier)
    {
        while (_waiting.TryTake(frontier, out var time, out var rows))
        {
            Expire(time);
            _touched.Clear();
            foreach (var row in rows)
            {
                if (!_groups.TryGetValue(row.Key, out var group))
                {
                    if (!Admit()) continue;
                    group = new();
                    _groups.Add(row.Key, group);
                    Opened(GroupSize);
                    TryTake(row, group);
                    _expiry.Enqueue(row.Key, ExpiryOf(group));
                }
                else
                {
                    TryTake(row, group);
                }

                _touched.Add(row.Key);
            }

            foreach (var key in _touched)
            {
                if (_groups.TryGetValue(key, out var group)) Evaluate(key, group, time);
            }
        }

        Expire(frontier);
        SweepKeys();
        Flush(OutputWatermark(frontier));
    }

    protected sealed override void Shed(int groups)
    {
        var oldest = _groups.OrderBy(group => LastEventOf(group.Value)).ThenBy(group => Panes.KeyOf(group.Key)).Take(groups).ToList();
        foreach (var (key, group) in oldest)
        {
            _groups.Remove(key);
            Forget(group);
        }
    }

    /// <summary>Adds an event to its group; its time is not before any taken so far.</summary>
    protected abstract void Take(TKey key, TGroup group, in TInput input, in EvidenceItem evidence);

    /// <summary>All events of a time have been taken.</summary>
    protected abstract void Evaluate(TKey key, TGroup group, long time);

    /// <summary>When the group ends if no more events come.</summary>
    protected abstract long ExpiryOf(TGroup group);

    protected abstract long LastEventOf(TGroup group);

    /// <summary>The group has ended, at a time that the stage's output has not passed.</summary>
    protected abstract void End(TKey key, TGroup group, long at);

    /// <summary>The group's state is given up.</summary>
    protected abstract void Forget(TGroup group);

    /// <summary>What the stage's watermark is when its input is complete up to a frontier.</summary>
    protected abstract long OutputWatermark(long frontier);

    // A group that was shed leaves its key behind in the order of expiry.
    protected sealed override IEnumerable<TKey> KeysInUse() =>
        _groups.Keys.Concat(_waiting.Items.Select(waiting => waiting.Key)).Concat(_expiry.UnorderedItems.Select(item => item.Element));

    private void TryTake(in Waiting row, TGroup group)
    {
        try
        {
            Take(row.Key, group, row.Input, row.Evidence);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            Panes.Report.AddFault(new(row.Evidence.Event, row.Evidence.Position, "aggregate", e));
        }
    }

    private void Expire(long time)
    {
        while (_expiry.TryPeek(out var key, out var due) && due <= time)
        {
            _expiry.Dequeue();
            if (!_groups.TryGetValue(key, out var group)) continue;
            if (ExpiryOf(group) is var expiry && expiry > time)
            {
                _expiry.Enqueue(key, expiry);
                continue;
            }

            End(key, group, ExpiryOf(group));
            _groups.Remove(key);
            Forget(group);
        }
    }

    private readonly record struct Waiting(TKey Key, TInput Input, EvidenceItem Evidence);
}
