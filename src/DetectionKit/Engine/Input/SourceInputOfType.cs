using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>The events of one source on their way in: their times are read, judged by the clock, and the stages that the source feeds run over them.</summary>
internal sealed class SourceInput<T, TInputOptions>(SourceNode node, DetectionPlan plan, RunContext<TInputOptions> run, EventClock clock) : SourceInput, ISourceEdges
    where TInputOptions : class
{
    private readonly List<Edge<T>> _edges = [];
    private readonly SortedSet<string> _reads = new(node.Time.Reads, StringComparer.Ordinal);
    private Rows<T>? _rows;
    private BatchLayout? _layout;
    private TimeLoop<T, TInputOptions>? _readTimes;

    internal override Type EventType => typeof(T);

    internal override bool IsConnected => _edges.Count > 0;

    public void Add<TOptions>(EngineBuilder<TOptions> builder, PlanNode[] chain, EdgeTarget target, string path)
        where TOptions : class
    {
        _reads.UnionWith(builder.Reads<T>(chain, target, path));
        _edges.Add(builder.EdgeFromSource<T>(chain, target, new EventReader(typeof(T), _reads), path));
    }

    // Where ways meet, no way may be a batch ahead of another: the batch is read in pieces of one watermark, and each takes it to all stages first.
    internal void Push(EventBatch<T> batch, Action<long>? advance)
    {
        var rows = _rows ??= new() { Reader = new EventReader(typeof(T), _reads) };
        rows.Batch = batch;
        ReadTimes(rows);
        clock.Judge(this, rows, batch.WatermarkLimit.UtcTicks, run.Report);
        if (advance is null || rows.Watermarks is not { } watermarks)
        {
            foreach (var edge in _edges) edge.OnRows(rows);
            return;
        }

        for (var (from, count) = (0, rows.Count); from < count; from = rows.Count)
        {
            var to = from + 1;
            while (to < count && watermarks[to] == watermarks[from]) to++;
            (rows.From, rows.Count) = (from, to);
            advance(watermarks[from]);
            foreach (var edge in _edges) edge.OnRows(rows);
        }
    }

    internal override long DueAfter(long time) => _edges.Min(edge => edge.Target.DueAfter(time));

    internal override void OnWatermark(long watermark)
    {
        foreach (var edge in _edges) edge.OnWatermark(watermark);
    }

    internal override void Disconnect() => _edges.Clear();

    private void ReadTimes(Rows<T> rows)
    {
        if (_layout is null || !_layout.Fits(rows.Batch))
        {
            var layout = _layout = BatchLayout.Of(rows.Batch);
            _readTimes = plan.Compiled.Code($"time{typeof(T)}{layout.Name}", () => Compile(layout));
        }

        rows.Until = rows.Count;
        while (rows.Row < rows.Count)
        {
            try
            {
                _readTimes!(rows, run.Options);
                return;
            }
            catch (Exception e) when (e is not (OutOfMemoryException or ReportHandlerException))
            {
                run.Report.AddFault(new(rows.Event, rows.Position, "event time", e));
                rows.Times[rows.Row] = Rows.SetAside;
                rows.Row++;
            }
        }
    }

    private Expression<TimeLoop<T, TInputOptions>> Compile(BatchLayout layout)
    {
        var rows = Expression.Parameter(typeof(Rows<T>), "rows");
        var loop = LoopCompiler.Loop<T>(rows, layout, skipSetAside: false, (row, _, _) => Expression.Assign(
            Expression.ArrayAccess(Expression.Field(rows, nameof(Rows.Times)), Expression.Field(rows, nameof(Rows.Row))),
            Expression.Property(RowRewriter.Rewrite(node.Time.Lambda, row), nameof(DateTimeOffset.UtcTicks))));
        return Expression.Lambda<TimeLoop<T, TInputOptions>>(Hoisting.Apply(loop, plan.Options), rows, plan.Options);
    }
}
