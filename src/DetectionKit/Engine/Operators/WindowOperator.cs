using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>Counts events in panes, a key and a window each, and makes a row of each pane. A kind of window derives from it.</summary>
internal abstract class WindowOperator<TKey, TInput, TState, TFold, TRow>(PaneContext<TKey, TInput, TState, TFold, TRow> panes) : Operator
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct, IFold<TInput, TState>
{
    // Shedding one group at a time would search all groups for each new one.
    private const int ShedShare = 16;
    private readonly StateLimits _limits = panes.Settings.Limits;
    private readonly Dictionary<(long Anchor, TKey Key), EarlyAlert>? _early = panes.Early is null ? null : [];

    // A field, for compiled loops.
    public readonly KeyedBlock<TKey, TInput> Block = new(panes.Keys, panes.Pack);
    private TFold _fold = panes.Fold;
    private int _groups;
    private long _bytes;

    internal sealed override int Groups => _groups;

    internal sealed override long Bytes => _bytes;

    internal sealed override int MaxBlockRows => KeyedBlock<TKey, TInput>.MaxRows;

    internal sealed override Operator Next => panes.Next.Next;

    protected PaneContext<TKey, TInput, TState, TFold, TRow> Panes => panes;

    protected bool IsEarly => _early is not null;

    protected EvidenceStore Evidence { get; } = new(panes.Settings.EvidenceEvents);

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
        panes.Keys.Sweep(_early is null ? KeysInUse() : KeysInUse().Concat(_early.Keys.Select(early => early.Key)));
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

    /// <summary>A pane has closed: its row goes on, unless it was sent early and has not changed since.</summary>
    protected void Close(TKey key, ref PaneState<TState> pane, long start, long end, long anchor, long? at = null)
    {
        EarlyAlert? sent = null;
        _early?.Remove((anchor, key), out sent);
        var made = TryMake(ref key, ref pane, start, end, out var row, out var tier);
        if (sent is null)
        {
            if (made) panes.Next.Emit(row, end, Origin(key, pane, start, end, anchor, tier));
            return;
        }

        if (made && sent.Tier == tier && sent.Content.AsSpan().SequenceEqual(ContentOf(row, start, end))) return;
        var origin = Origin(key, pane, start, end, anchor, made ? tier : sent.Tier) with { Revision = sent.Revision + 1, Status = made ? AlertStatus.Final : AlertStatus.Withdrawn };
        panes.Next.Emit(made ? row : (TRow)sent.Value!, at ?? end, origin);
    }

    /// <summary>A pane has changed: an early alert goes out when it first passes, and when its tier changes.</summary>
    protected void Revise(TKey key, ref PaneState<TState> pane, long start, long end, long anchor)
    {
        if (_early is null || !TryMake(ref key, ref pane, start, end, out var row, out var tier)) return;
        if (_early.TryGetValue((anchor, key), out var sent) && sent.Tier == tier) return;
        var revision = sent is null ? 0 : sent.Revision + 1;
        _early[(anchor, key)] = new(revision, tier, row, ContentOf(row, start, end));
        panes.Early!.Send(row, Origin(key, pane, start, end, anchor, tier) with { Revision = revision, Status = AlertStatus.Early });
    }

    protected bool TryMake(ref TKey key, ref PaneState<TState> pane, long start, long end, out TRow row, out AlertTier? tier)
    {
        try
        {
            return panes.Emit(ref key, ref pane.State, ref _fold, start, end, out row, out tier);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            panes.Report.AddFault(new(panes.KeyOf(key), null, "aggregate", e));
            (row, tier) = (default!, null);
            return false;
        }
    }

    protected RowOrigin Origin(in TKey key, in PaneState<TState> pane, long start, long end, long anchor, AlertTier? tier) =>
        new() { Key = panes.KeyOf(key), Start = start, End = end, Anchor = anchor, Branch = panes.Branch, Evidence = Evidence.Snapshot(pane.Evidence), Tier = tier };

    // What an alert says: its row, and its window, which grows with a session.
    private static byte[] ContentOf(TRow row, long start, long end)
    {
        var bytes = new CanonicalBytes();
        bytes.Integer(start);
        bytes.Integer(end);
        ContentWriter<TRow>.Write(bytes, row);
        return bytes.ToArray();
    }
}
