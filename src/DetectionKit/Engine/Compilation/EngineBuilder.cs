using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>Walks a plan from its end to its sources and makes the stages of a run, with the edges between them.</summary>
/// <param name="plan">The plan.</param>
/// <param name="run">The run.</param>
/// <param name="sourceOf">The inputs of the run.</param>
/// <param name="shared">The window stages that plans may share; null where each plan has its own.</param>
internal sealed partial class EngineBuilder<TOptions>(DetectionPlan plan, RunContext<TOptions> run, Func<SourceNode, ISourceEdges> sourceOf, SharedWindows? shared)
    where TOptions : class
{
    private const string SweepPath = "sweep";
    private readonly PlanNode[] _stages = [.. plan.Stages];
    private int _branches, _sourceEdges;

    /// <summary>Connects a stage to all that feeds it.</summary>
    /// <param name="node">The plan's stage before it.</param>
    /// <param name="chain">The stateless stages between.</param>
    /// <param name="target">The stage.</param>
    /// <param name="path">The way here from the end of the plan: a name for the code.</param>
    internal void Connect(PlanNode node, PlanNode[] chain, EdgeTarget target, string path)
    {
        switch (node)
        {
            case WhereNode or SelectNode or TierNode:
                Connect(node.Inputs[0], [node, .. chain], target, path);
                break;
            case MergeNode:
                Connect(node.Inputs[0], chain, target, path + "l");
                Connect(node.Inputs[1], chain, target, path + "r");
                break;
            case SourceNode source:
                var edges = sourceOf(source);
                edges.Add(this, chain, target, path);
                break;
            case AggregateNode aggregate:
                Generic(nameof(ConnectWindow), [RowTypeAfter(aggregate, chain)], aggregate, chain, target, path);
                break;
            case FirstPerKeyNode first:
                Generic(nameof(ConnectFirstPerKey), [first.RowType], first, chain, target, path);
                break;
            case MatchNode match:
                Generic(nameof(ConnectMatch), [match.Inputs[0].RowType, match.Inputs[1].RowType, match.RowType], match, chain, target, path);
                break;
            case AlertsNode alerts:
                Generic(nameof(ConnectAlerts), [alerts.Detection.AlertType, alerts.Detection.OptionsType], alerts, chain, target, path);
                break;
            default:
                throw new NotSupportedException($"The engine does not know the stage {node.Kind}.");
        }
    }

    internal CompiledEdge<TRow, TTarget, TOptions> Edge<TRow, TTarget>(PlanNode[] chain, EdgeTarget target, EventReader reader, string path, int? sourceEdge)
        where TTarget : Operator => new(
            (TTarget)target.Stage,
            reader,
            target.Name,
            sourceEdge,
            run,
            layout => plan.Compiled.Code(path + layout.Name, () => CompileEdge<TRow, TTarget>(chain, target, layout)),
            () => plan.Compiled.Code(path + "prefetch", () => PrefetchLoop.Compile<TRow>(chain)));

    internal Edge<TRow> EdgeFromSource<TRow>(PlanNode[] chain, EdgeTarget target, EventReader reader, string path) => EdgeTo<TRow>(chain, target, reader, path, _sourceEdges++);

    private Edge<TRow> EdgeTo<TRow>(PlanNode[] chain, EdgeTarget target, EventReader reader, string path, int? sourceEdge = null) =>
        (Edge<TRow>)Generic(nameof(Edge), [typeof(TRow), target.Stage.GetType()], chain, target, reader, path, sourceEdge)!;

    /// <summary>What <see cref="ReadsOf"/> tells, found once for all runs of the plan.</summary>
    internal IReadOnlySet<string> Reads<TRow>(PlanNode[] chain, EdgeTarget target, string path) => plan.Compiled.Reads(path, () => ReadsOf<TRow>(chain, target));

    /// <summary>The members of a source's events that a chain and its target read.</summary>
    internal static IReadOnlySet<string> ReadsOf<TRow>(PlanNode[] chain, EdgeTarget target)
    {
        var reads = new SortedSet<string>(StringComparer.Ordinal);
        _ = ChainCompiler.Compile(RowBinding.Noting(typeof(TRow), reads), ChainCompiler.NoTier, chain, (row, tier) =>
            target.Accept(Expression.Parameter(target.Stage.GetType()), Expression.Parameter(typeof(Rows<TRow>)), row, Expression.Constant(0), tier, new()));
        return reads;
    }

    private static bool FedBySource(PlanNode node) => node switch
    {
        SourceNode => true,
        WhereNode or SelectNode or TierNode or MergeNode => node.Inputs.Any(FedBySource),
        _ => false,
    };

    private static Type RowTypeAfter(PlanNode node, PlanNode[] chain) => chain.Length == 0 ? node.RowType : chain[^1].RowType;

    private Expression<RowLoop<TRow, TTarget, TOptions>> CompileEdge<TRow, TTarget>(PlanNode[] chain, EdgeTarget target, BatchLayout layout)
    {
        var rows = Expression.Parameter(typeof(Rows<TRow>), "rows");
        var stage = Expression.Parameter(typeof(TTarget), "target");
        var loop = LoopCompiler.Loop<TRow>(rows, layout, skipSetAside: true, (row, index, locals) =>
            ChainCompiler.Compile(row, ChainCompiler.NoTier, chain, (made, tier) => target.Accept(stage, rows, made, index, tier, locals)));
        return Expression.Lambda<RowLoop<TRow, TTarget, TOptions>>(Hoisting.Apply(loop, plan.Options), rows, stage, plan.Options);
    }

    // An error of the query is told as it is, not as one of the call.
    private object? Generic(string method, Type[] types, params object?[] arguments) =>
        GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(types).Invoke(this, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private void ConnectWindow<TRow>(AggregateNode node, PlanNode[] chain, EdgeTarget target, string path)
    {
        var key = new KeyShape(node.Key?.Lambda);
        var slots = PaneSlots.Of(node);
        run.StateOptions.UnionWith([.. node.Key?.Options ?? [], .. node.Window.Options, .. slots.ParameterOptions(plan.Options)]);
        var step = path + Array.IndexOf(_stages, node);
        var next = new RowEmitter<TRow>(EdgeTo<TRow>([], target, new EventReader(typeof(TRow), ["*"]), step + "out"));
        var identity = shared is null ? null : SharedWindows.IdentityOf(plan, node, WindowOf(node), key, slots, run.Options);
        var known = identity is null ? null : shared!.Find(identity);
        var stage = (Operator)Generic(nameof(FollowWindow), [key.Type, slots.InputType, slots.StateType, slots.FoldType, typeof(TRow)], node, chain, key, slots, next, target, step, known)!;
        if (known is not null) return;
        if (identity is not null) shared!.Add(identity, stage);
        run.Operators.Add(stage);
        Connect(node.Inputs[0], [], new WindowTarget(stage, key, slots), step);
    }

    // Makes the stage, unless it is there, and follows it.
    private WindowOperator<TKey, TInput, TState, TFold> FollowWindow<TKey, TInput, TState, TFold, TRow>(
        AggregateNode node, PlanNode[] chain, KeyShape key, PaneSlots slots, RowEmitter<TRow> next, EdgeTarget target, string path, Operator? known)
        where TKey : struct, IGroupKey<TKey>
        where TState : struct
        where TFold : struct, IFold<TInput, TState>
    {
        var code = plan.Compiled.Code(path + "pane", () => PaneCompiler.Compile<TKey, TState, TFold, TRow, TOptions>(node, chain, key, slots, plan.Options));
        var stage = (WindowOperator<TKey, TInput, TState, TFold>?)known ?? MakeWindow<TKey, TInput, TState, TFold>(node, key, slots, path);
        stage.Follow(new PlanPaneFollower<TKey, TState, TFold, TRow, TOptions>(code, run, next, EarlyOutput<TRow>(target), _branches++, Array.IndexOf(_stages, node)) { Keys = stage.Keys, Evidence = stage.Evidence });
        return stage;
    }

    private WindowOperator<TKey, TInput, TState, TFold> MakeWindow<TKey, TInput, TState, TFold>(AggregateNode node, KeyShape key, PaneSlots slots, string path)
        where TKey : struct, IGroupKey<TKey>
        where TState : struct
        where TFold : struct, IFold<TInput, TState>
    {
        var makeFold = plan.Compiled.Code(path + "fold", () => Expression.Lambda<Func<TOptions, TFold>>(slots.MakeFold(), plan.Options));
        var fold = makeFold(run.Options);
        fold.ForEachAggregate(aggregate =>
        {
            if (aggregate is IBoundedAggregate bounded) run.Bound(bounded);
        });
        return WindowOf(node).CreateOperator(new PaneContext<TKey, TInput, TState, TFold>
        {
            Fold = fold,
            Keys = key.MakeColumns<TKey>(),
            Pack = plan.Compiled.Code(path + "pack", key.CompilePacker<TKey>),
            Settings = run.Settings,
            Report = run.Report,
            Lateness = LatenessOf(node),
        });
    }

    /// <summary>Connects what a sweep collects: the panes of the last aggregate, in lieu of the stages after it.</summary>
    internal void ConnectSweep(SweepShape shape, PaneSweep<TOptions> sweep)
    {
        var (node, key, slots) = (shape.Node, new KeyShape(shape.Node.Key?.Lambda), PaneSlots.Of(shape.Node));
        var thresholds = new ThresholdCompiler(node, shape.Chain, key, slots);
        sweep.Names = thresholds.Names;
        var stage = (Operator)Generic(nameof(SweepWindow), [key.Type, slots.InputType, slots.StateType, slots.FoldType, thresholds.ValuesType], node, key, slots, thresholds, sweep)!;
        run.Operators.Add(stage);
        Connect(node.Inputs[0], [], new WindowTarget(stage, key, slots), SweepPath);
    }

    private WindowOperator<TKey, TInput, TState, TFold> SweepWindow<TKey, TInput, TState, TFold, TValues>(
        AggregateNode node, KeyShape key, PaneSlots slots, ThresholdCompiler thresholds, PaneSweep<TOptions> sweep)
        where TKey : struct, IGroupKey<TKey>
        where TState : struct
        where TFold : struct, IFold<TInput, TState>
        where TValues : struct
    {
        var stage = MakeWindow<TKey, TInput, TState, TFold>(node, key, slots, SweepPath);
        var read = plan.Compiled.Code(SweepPath + "values", thresholds.CompileValues<TKey, TState, TFold, TValues>);
        var threshold = plan.Compiled.Code(SweepPath + "threshold", () => thresholds.CompileThreshold<TValues, TOptions>(plan.Options));
        var box = plan.Compiled.Code(SweepPath + "boxing", thresholds.CompileBoxing<TValues>);
        stage.Follow(new ThresholdFollower<TKey, TState, TFold, TValues, TOptions>(read, threshold, box, sweep, run.Report) { Keys = stage.Keys, Evidence = stage.Evidence });
        return stage;
    }

    private WindowSpec WindowOf(AggregateNode node) => WindowCode.Of(plan, node, run.Options);

    private IEarlyOutput<TRow>? EarlyOutput<TRow>(EdgeTarget target)
    {
        if (run.Settings.Trigger != AlertTrigger.Early) return null;
        return target.Stage as IEarlyOutput<TRow>
            ?? throw new NotSupportedException($"The plan has a stage with memory ({target.Name}) after its window, so alerts can't be sent before the window closes: run it with {nameof(AlertTrigger)}.{nameof(AlertTrigger.AtClose)}.");
    }

    private long LatenessOf(PlanNode node) => node.Inputs.Any(FedBySource) ? run.Settings.AllowedLateness.Ticks : 0;

    internal long LatenessOfOutput() => FedBySource(plan.Root) ? run.Settings.AllowedLateness.Ticks : 0;

    /// <summary>How far the end of the plan is behind the watermark: a row leaves when the watermark is further than this past its time.</summary>
    internal long DelayOfOutput() => LatenessOfOutput() + DelayAfter(plan.Root);

    // What a window made at its end is complete when the watermark is there: its output is a tick ahead of it.
    private long DelayAfter(PlanNode node) => node switch
    {
        SourceNode => 0,
        AggregateNode aggregate => LatenessOf(node) + DelayAfter(node.Inputs[0]) - (WindowOf(aggregate).IsAtEveryEvent ? 0 : 1),
        FirstPerKeyNode or MatchNode => LatenessOf(node) + node.Inputs.Max(DelayAfter),
        AlertsNode alerts => DelayOf(alerts),
        _ => node.Inputs.Max(DelayAfter),
    };
}
