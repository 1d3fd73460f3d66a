namespace DetectionKit.Engine;

/// <summary>A plan's way from panes to its next stage.</summary>
/// <param name="code">Makes the row of a pane, if it passes what stands between the aggregate and the next stage.</param>
/// <param name="run">The run of the plan.</param>
/// <param name="next">The next stage.</param>
/// <param name="early">Where early alerts go; null when alerts are sent at close.</param>
/// <param name="branch">Which of the plan's aggregates it is, each way to one counted.</param>
/// <param name="number">Which of the plan's stages the aggregate is.</param>
internal sealed class PlanPaneFollower<TKey, TState, TFold, TRow, TOptions>(
    PaneCode<TKey, TState, TFold, TRow, TOptions> code, RunContext<TOptions> run, RowEmitter<TRow> next, IEarlyOutput<TRow>? early, int branch, int number) : PaneFollower<TKey, TState, TFold>
    where TKey : struct, IGroupKey<TKey>
    where TState : struct
    where TFold : struct
    where TOptions : class
{
    private readonly Dictionary<(long Anchor, TKey Key), EarlyAlert>? _early = early is null ? null : [];
    private TRow _row = default!;
    private AlertTier? _tier;

    internal override bool IsEarly => _early is not null;

    internal override IEnumerable<TKey> KeysInUse => _early is null ? [] : _early.Keys.Select(sent => sent.Key);

    internal override void Close(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end, long anchor, long? at)
    {
        var made = TryMake(key, ref pane, ref fold, start, end);
        if (_early is null || !_early.Remove((anchor, key), out var sent))
        {
            if (made) next.Emit(_row, end, Origin(key, pane, start, end, anchor));
            return;
        }

        if (made && sent.Tier == _tier && sent.Content.AsSpan().SequenceEqual(ContentOf(_row, start, end))) return;
        var origin = Origin(key, pane, start, end, anchor) with { Tier = made ? _tier : sent.Tier, Revision = sent.Revision + 1, Status = made ? AlertStatus.Final : AlertStatus.Withdrawn };
        next.Emit(made ? _row : (TRow)sent.Value!, at ?? end, origin);
    }

    internal override void Revise(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end, long anchor)
    {
        if (_early is null || !TryMake(key, ref pane, ref fold, start, end)) return;
        if (_early.TryGetValue((anchor, key), out var sent) && sent.Tier == _tier) return;
        var revision = sent is null ? 0 : sent.Revision + 1;
        _early[(anchor, key)] = new(revision, _tier, _row, ContentOf(_row, start, end));
        early!.Send(_row, Origin(key, pane, start, end, anchor) with { Revision = revision, Status = AlertStatus.Early });
    }

    internal override bool TryMake(in TKey key, ref PaneState<TState> pane, ref TFold fold, long start, long end)
    {
        var own = key;
        try
        {
            return code(ref own, Keys.Columns, ref pane.State, ref fold, start, end, run.Options, out _row, out _tier);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            run.Report.AddFault(new(Keys.KeyOf(key), null, "aggregate", e));
            (_row, _tier) = (default!, null);
            return false;
        }
    }

    internal override void EmitMade(in TKey key, in PaneState<TState> pane, long start, long end, long anchor) => next.Emit(_row, end, Origin(key, pane, start, end, anchor));

    internal override void Flush(long watermark) => next.Flush(watermark);

    private RowOrigin Origin(in TKey key, in PaneState<TState> pane, long start, long end, long anchor) =>
        new() { Key = Keys.KeyOf(key), Start = start, End = end, Anchor = anchor, Branch = branch, Stage = number, Evidence = Evidence.Snapshot(pane.Evidence), Tier = _tier };

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
