namespace DetectionKit.Engine;

/// <summary>
/// An edge with its loops, one for each layout of batches that has come by. An edge from a source has its number among the plan's, counted from 0; one from a stage has none.
/// </summary>
internal sealed class CompiledEdge<TRow, TTarget, TOptions>(
    TTarget target,
    EventReader reader,
    string stage,
    int? sourceEdge,
    RunContext<TOptions> run,
    Func<BatchLayout, RowLoop<TRow, TTarget, TOptions>> compile,
    Func<Action<Rows<TRow>>> compilePrefetch) : Edge<TRow>
    where TTarget : Operator
    where TOptions : class
{
    private readonly int _input = target.AddInput();
    private EventBatch<TRow>? _batch;
    private BatchLayout? _layout;
    private RowLoop<TRow, TTarget, TOptions>? _loop;
    private Action<Rows<TRow>>? _prefetch;
    private VerdictTables _verdicts = new();
    private TOptions _verdictsUnder = run.Options;

    internal override Operator Target => target;

    internal override EventReader Reader => reader;

    internal override void OnRows(Rows<TRow> rows)
    {
        // A batch comes by a few rows at a time where others have to be in step with it.
        if (!ReferenceEquals(_batch, rows.Batch)) Fit(rows.Batch);

        if (!ReferenceEquals(_verdictsUnder, run.Options)) (_verdicts, _verdictsUnder) = (new(), run.Options);
        rows.Verdicts = _verdicts;

        target.Begin(_input);
        rows.SourceEdge = sourceEdge ?? 0;
        for (var from = rows.From; from < rows.Count; from = rows.Until)
        {
            (rows.Row, rows.Until) = (from, Math.Min(rows.Count, from + target.MaxBlockRows));
            target.BeginBlock(rows.Until - from);
            if (sourceEdge is not null && rows.Items is not null && rows.Until - from > 1) (_prefetch ??= compilePrefetch())(rows);
            while (!TryRead(rows)) rows.Row++;
            while (!TryTake(rows))
            {
            }
        }
    }

    internal override void OnWatermark(long watermark) => target.OnWatermark(_input, watermark);

    private void Fit(EventBatch<TRow> batch)
    {
        _batch = batch;
        if (_layout?.Fits(batch) == true) return;
        _layout = BatchLayout.Of(batch);
        _loop = compile(_layout);
        _verdicts = new();
    }

    // The row that throws is set aside, and the rest of the block goes on.
    private bool TryRead(Rows<TRow> rows)
    {
        try
        {
            _loop!(rows, target, run.Options);
            return true;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            run.Report.AddFault(new(rows.Event, rows.Position, stage, e));
            return false;
        }
    }

    private bool TryTake(Rows<TRow> rows)
    {
        try
        {
            target.TakeBlock(rows);
            return true;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
        {
            run.Report.AddFault(new(rows.Event, rows.Position, stage, e));
            return false;
        }
    }
}
