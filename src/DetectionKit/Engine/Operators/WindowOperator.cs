using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>Counts events in panes, a key and a window each; its followers make rows of them. A kind of window derives from it.</summary>
internal abstract class WindowOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes) : Operator
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    // Shedding one group at a time would search all groups for each new one.
    private const int ShedShare = 16;
    private readonly StateLimits _limits = panes.Settings.Limits;
    private readonly List<PaneFollower<TKey, TState, TFold>> _followers = [];

    // A field, for compiled loops.
    public readonly KeyedBlock<TKey, TInput> Block = new(panes.Keys, panes.Pack);
    private TFold _fold = panes.Fold;
    private int _groups;
    private long _bytes;

    internal sealed override int Groups => _groups;

    internal sealed override long Bytes => _bytes;

    internal sealed override int MaxBlockRows => KeyedBlock<TKey, TInput>.MaxRows;

    protected PaneContext<TKey, TInput, TState, TFold> Panes => panes;

    /// <summary>The plan that the stage was made for: the only one, where the kind of window can't be shared.</summary>
    protected PaneFollower<TKey, TState, TFold> Follower => _followers[0];

    protected bool IsEarly => Follower.IsEarly;

    internal KeyColumns<TKey> Keys => panes.Keys;

    internal EvidenceStore Evidence { get; } = new(panes.Settings.EvidenceEvents, panes.Report);

    /// <summary>Adds a plan, before the first row comes.</summary>
    internal void Follow(PaneFollower<TKey, TState, TFold> follower) => _followers.Add(follower);

    internal sealed override void BeginBlock(int rows) => Block.Begin(rows);

    /// <summary>Drops the groups whose last event is the oldest.</summary>
    protected abstract void Shed(int groups);

    /// <summary>Whether a new group would pass a limit.</summary>
    protected bool IsFull => _groups >= _limits.MaxGroups || _bytes >= _limits.MaxBytes;

    /// <summary>Whether there is room for one more group; at a limit the policy makes room, or refuses.</summary>
    protected bool Admit()
    {
        if (!IsFull) return true;
        if (_limits.Policy == StateLimitPolicy.Refuse)
        {
            panes.Report.AddRefusedEvent();
            return false;
        }

        var before = _groups;
        Shed(Math.Max(1, _groups / ShedShare));
        panes.Report.AddShedGroups(before - _groups);
        return _groups < _limits.MaxGroups;
    }

    protected void Opened(int size)
    {
        var pane = default(PaneState<TState>);
        _groups++;
        _bytes += size + _fold.SizeOf(ref pane.State);
    }

    protected void Closed(ref PaneState<TState> pane, int size)
    {
        _groups--;
        _bytes -= size + _fold.SizeOf(ref pane.State);
        Evidence.Release(ref pane.Evidence);
    }

    /// <summary>Makes a pane empty again, its group staying open.</summary>
    protected void Empty(ref PaneState<TState> pane)
    {
        var before = _fold.SizeOf(ref pane.State);
        Discard(ref pane);
        _bytes += _fold.SizeOf(ref pane.State) - before;
    }

    /// <summary>Gives up the codes that no key has, when there are many.</summary>
    protected void SweepKeys()
    {
        if (!panes.Keys.AreWorthSweeping) return;
        panes.Keys.Sweep(_followers.Aggregate(KeysInUse(), (keys, follower) => keys.Concat(follower.KeysInUse)));
    }

    protected abstract IEnumerable<TKey> KeysInUse();

    /// <summary>Counts bytes that a group holds beside its panes.</summary>
    protected void Hold(long bytes) => _bytes += bytes;

    /// <summary>Gives up a pane made for a while only.</summary>
    protected void Discard(ref PaneState<TState> pane)
    {
        Evidence.Release(ref pane.Evidence);
        pane = default;
    }

    /// <summary>Adds a value that is new to the stage's state.</summary>
    protected void Add(ref PaneState<TState> pane, in TInput input, long time)
    {
        // A state without references can't grow.
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<TState>())
        {
            _fold.Add(ref pane.State, input, time);
            return;
        }

        var before = _fold.SizeOf(ref pane.State);
        _fold.Add(ref pane.State, input, time);
        _bytes += _fold.SizeOf(ref pane.State) - before;
    }

    /// <summary>Adds to a pane made for a while only.</summary>
    protected void AddTransient(ref PaneState<TState> pane, in TInput input, in EvidenceItem evidence)
    {
        _fold.Add(ref pane.State, input, evidence.Time);
        Evidence.Add(ref pane.Evidence, evidence);
    }

    protected void Merge(ref PaneState<TState> into, ref PaneState<TState> from)
    {
        _fold.Merge(ref into.State, ref from.State);
        Evidence.Merge(ref into.Evidence, from.Evidence);
    }

    /// <summary>Merges panes of a key; where an aggregate throws, the window of that key is given up and counted as faulty.</summary>
    protected bool TryMerge(in TKey key, ref PaneState<TState> into, ref PaneState<TState> from)
    {
        try
        {
            Merge(ref into, ref from);
            return true;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            panes.Report.AddFault(new(panes.KeyOf(key), null, "aggregate", e));
            return false;
        }
    }

    protected void AddLate(Rows rows) =>
        panes.Report.AddLate(new(rows.Event, EventTime.Instant(rows.Time), EventTime.Instant(rows.WatermarkHere), rows.Position));

    /// <summary>A pane has closed.</summary>
    protected void Close(in TKey key, ref PaneState<TState> pane, long start, long end, long anchor, long? at = null)
    {
        foreach (var follower in _followers) follower.Close(key, ref pane, ref _fold, start, end, anchor, at);
    }

    /// <summary>All panes of a window have closed. Each follower goes through them by itself: its code stays in the nearest cache.</summary>
    protected void CloseAll(PagedTable<TKey, PaneState<TState>> groups, long start, long end, HashSet<TKey>? except = null)
    {
        foreach (var follower in _followers)
        {
            for (var i = 0; i < groups.Count; i++)
            {
                if (except?.Contains(groups.KeyAt(i)) != true) follower.Close(groups.KeyAt(i), ref groups.ValueAt(i), ref _fold, start, end, start);
            }
        }
    }

    /// <summary>A pane has changed.</summary>
    protected void Revise(in TKey key, ref PaneState<TState> pane, long start, long end, long anchor)
    {
        foreach (var follower in _followers) follower.Revise(key, ref pane, ref _fold, start, end, anchor);
    }

    /// <summary>Makes the only follower's row of a pane.</summary>
    protected bool TryMake(in TKey key, ref PaneState<TState> pane, long start, long end) => Follower.TryMake(key, ref pane, ref _fold, start, end);

    /// <summary>Sends on what panes gave, and says how far the stage has come.</summary>
    protected void Flush(long watermark)
    {
        foreach (var follower in _followers) follower.Flush(watermark);
    }
}
