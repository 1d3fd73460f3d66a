namespace DetectionKit.Engine;

/// <summary>An edge with its loops, one for each layout of batches that has come by.</summary>
internal sealed class CompiledEdge<TRow, TTarget, TOptions>(TTarget target, EventReader reader, string stage, RunContext<TOptions> run, Func<BatchLayout, RowLoop<TRow, TTarget, TOptions>> compile) : Edge<TRow>
    where TTarget : Operator
    where TOptions : class
{
    private readonly int _input = target.AddInput();
    private BatchLayout? _layout;
    private RowLoop<TRow, TTarget, TOptions>? _loop;

    internal override Operator Target => target;

    internal override EventReader Reader => reader;

    internal override void OnRows(Rows<TRow> rows)
    {
        if (_layout is null || !_layout.Fits(rows.Batch))
        {
            _layout = BatchLayout.Of(rows.Batch);
            _loop = compile(_layout);
        }

        target.Begin(_input);
        rows.Row = 0;
        while (rows.Row < rows.Count)
        {
            try
            {
                _loop!(rows, target, run.Options);
                return;
            }
            catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
            {
                run.Report.AddFault(new(rows.Event, rows.Position, stage, e));
                rows.Row++;
            }
        }
    }

    internal override void OnWatermark(long watermark) => target.OnWatermark(_input, watermark);
}
