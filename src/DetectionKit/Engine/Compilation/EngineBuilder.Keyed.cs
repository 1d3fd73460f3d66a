using System.Linq.Expressions;
using System.Reflection;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <content>Stages that take rows one by one, by key: Distinct, Suppress, FirstSeen, sequences and joins; and the alerts of other detections.</content>
internal sealed partial class EngineBuilder<TOptions>
{
    // The code of a detection inside another hands rows to another end than its own, so it has names of its own.
    private const string InnerPath = "alerts";

    // A detection whose alerts several stages read runs once.
    private readonly Dictionary<AlertsNode, object> _alerts = [];

    private void ConnectFirstPerKey<TRow>(FirstPerKeyNode node, PlanNode[] chain, EdgeTarget target, string path)
    {
        var key = new KeyShape(node.By.Lambda);
        run.StateOptions.UnionWith(node.By.Options);
        var step = path + Array.IndexOf(_stages, node);
        var next = new RowEmitter<TRow>(EdgeTo<TRow>(chain, target, new EventReader(typeof(TRow), ["*"]), step + "out"));
        var stage = (Operator)typeof(FirstPerKeyOperator<,>).MakeGenericType(key.Type, typeof(TRow))
            .GetMethod(nameof(FirstPerKeyOperator<KeyEnd, int>.Create), BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [ColumnsOf(key), next, SpanOf(node.Within, step), node.CountsFromLastSeen, run.Report, LatenessOf(node)], null)!;
        run.Operators.Add(stage);
        Connect(node.Inputs[0], [], new KeyedTarget(stage, key, key, node.Kind, nameof(FirstPerKeyOperator<KeyEnd, int>.Accept)), step);
    }

    private void ConnectMatch<TFirst, TNext, TRow>(MatchNode node, PlanNode[] chain, EdgeTarget target, string path)
    {
        var (key, other) = (new KeyShape(node.By.Lambda), new KeyShape(node.OtherBy.Lambda));
        run.StateOptions.UnionWith([.. node.By.Options, .. node.OtherBy.Options]);
        var step = path + Array.IndexOf(_stages, node);
        var next = new RowEmitter<TRow>(EdgeTo<TRow>(chain, target, new EventReader(typeof(TRow), ["*"]), step + "out"));
        var stage = (Operator)Generic(nameof(MakeMatch), [key.Type, typeof(TFirst), typeof(TNext), typeof(TRow)], node, key, next, step)!;
        run.Operators.Add(stage);
        Connect(node.Inputs[0], [], new KeyedTarget(stage, key, key, node.Kind, nameof(MatchOperator<KeyEnd, int, int, int>.Accept)), step + "a");
        Connect(node.Inputs[1], [], new KeyedTarget(stage, key, other, node.Kind, nameof(MatchOperator<KeyEnd, int, int, int>.AcceptNext)), step + "b");
    }

    private MatchOperator<TKey, TFirst, TNext, TRow> MakeMatch<TKey, TFirst, TNext, TRow>(MatchNode node, KeyShape key, RowEmitter<TRow> next, string step)
        where TKey : struct, IGroupKey<TKey>
    {
        var make = Code<Func<TFirst, TNext?, TOptions, TRow>>(node.Result, step + "result");
        var keys = key.MakeColumns<TKey>();
        if (node is SequenceNode sequence)
        {
            Func<TFirst, TNext, bool> holds = (_, _) => true;
            if (sequence.Condition is { } condition)
            {
                var test = Code<Func<TFirst, TNext, TOptions, bool>>(condition, step + "where");
                holds = (first, other) => test(first, other, run.Options);
            }

            var code = new SequenceCode<TFirst, TNext, TRow>(SpanOf(sequence.Within, step), holds, (first, other) => make(first, other, run.Options));
            return new SequenceOperator<TKey, TFirst, TNext, TRow>(keys, next, code, sequence.Step, run.Settings.Limits, _branches++, Array.IndexOf(_stages, node), run.Report, node.Kind) { Lateness = LatenessOf(node) };
        }

        var latest = (LatestNode)node;
        Func<long> within = latest.Within is null ? () => long.MaxValue : SpanOf(latest.Within, step);
        Func<TFirst, TNext?, TRow> join = (first, other) => make(first, other, run.Options);
        return new LatestOperator<TKey, TFirst, TNext, TRow>(keys, next, within, join, latest.IsOptional, run.Settings.Limits, run.Report, node.Kind) { Lateness = LatenessOf(node) };
    }

    private void ConnectAlerts<TAlert, TInner>(AlertsNode node, PlanNode[] chain, EdgeTarget target, string path)
        where TInner : class
    {
        var (inner, options) = (node.Detection, (TInner)node.Options);
        var step = path + Array.IndexOf(_stages, node);
        var edge = EdgeTo<Alert<TAlert>>(chain, target, new EventReader(typeof(Alert<TAlert>), ["*"]), step + "out");
        if (_alerts.TryGetValue(node, out var known))
        {
            ((RowEmitter<Alert<TAlert>>)known).Add(edge, _branches++);
            return;
        }

        var next = new RowEmitter<Alert<TAlert>>(edge);
        _alerts.Add(node, next);
        var context = new RunContext<TInner>(options, run.Settings, run.Report);
        var builder = new EngineBuilder<TInner>(inner.Plan, context, sourceOf, null);
        var stage = new AlertsOperator<TAlert>(inner.Info, OptionsText.Hash(options), next, _branches++, run.Report) { Lateness = builder.LatenessOfOutput() };
        builder.Connect(inner.Plan.Root, [], new OutputTarget(stage), InnerPath);
        run.Include(context);
        run.Operators.Add(stage);
    }

    private long DelayOf(AlertsNode node) => (long)Generic(nameof(DelayOfInner), [node.Detection.OptionsType], node)!;

    private long DelayOfInner<TInner>(AlertsNode node)
        where TInner : class => new EngineBuilder<TInner>(node.Detection.Plan, new((TInner)node.Options, run.Settings, run.Report), sourceOf, null).DelayOfOutput();

    private TDelegate Code<TDelegate>(PlanExpression expression, string name)
        where TDelegate : Delegate => plan.Compiled.Code(name, () => Expression.Lambda<TDelegate>(expression.Lambda.Body, expression.Lambda.Parameters));

    private Func<long> SpanOf(PlanExpression within, string step)
    {
        var span = Code<Func<TOptions, TimeSpan>>(within, step + "span");
        return () => span(run.Options).Ticks;
    }

    private static object ColumnsOf(KeyShape key) =>
        typeof(KeyShape).GetMethod(nameof(KeyShape.MakeColumns), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(key.Type).Invoke(key, BindingFlags.DoNotWrapExceptions, null, null, null)!;
}
