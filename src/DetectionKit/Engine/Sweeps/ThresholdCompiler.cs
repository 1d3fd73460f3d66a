using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>
/// Takes apart what follows a plan's last aggregate: the values that it reads of a pane, and the verdict on them under options. Few panes differ in those values, so that
/// a thousand settings are asked once for each distinct set of values, and not for each pane.
/// </summary>
internal sealed class ThresholdCompiler
{
    private readonly AggregateNode _node;
    private readonly KeyShape _shape;
    private readonly PaneSlots _slots;
    private readonly List<(ParameterExpression Local, Expression Code, string Name)> _values = [];
    private readonly Dictionary<Expression, ParameterExpression> _known = [];
    private readonly ParameterExpression _tier = Expression.Parameter(typeof(AlertTier).MakeByRefType(), "tier");
    private readonly ParameterExpression _passed = Expression.Variable(typeof(bool), "passed");
    private readonly Expression _verdict;

    internal ThresholdCompiler(AggregateNode node, IReadOnlyList<PlanNode> chain, KeyShape shape, PaneSlots slots)
    {
        (_node, _shape, _slots) = (node, shape, slots);
        Key = Expression.Parameter(shape.Type.MakeByRefType(), "key");
        State = Expression.Parameter(slots.StateType.MakeByRefType(), "state");
        Fold = Expression.Parameter(slots.FoldType.MakeByRefType(), "fold");
        _verdict = Verdict([.. Relevant(chain)]);
        ValuesType = _values.AsEnumerable().Reverse().Aggregate(typeof(ValueTuple), (rest, value) => typeof(ValueTuple<,>).MakeGenericType(value.Local.Type, rest));
    }

    internal ParameterExpression Key { get; }

    internal ParameterExpression State { get; }

    internal ParameterExpression Fold { get; }

    internal ParameterExpression Columns { get; } = Expression.Parameter(typeof(KeyColumn[]), "columns");

    internal ParameterExpression Start { get; } = Expression.Parameter(typeof(long), "start");

    internal ParameterExpression End { get; } = Expression.Parameter(typeof(long), "end");

    /// <summary>Pairs of a value and the rest of them.</summary>
    internal Type ValuesType { get; }

    internal IReadOnlyList<string> Names => [.. _values.Select(value => value.Name)];

    internal Expression<ThresholdValues<TKey, TState, TFold, TValues>> CompileValues<TKey, TState, TFold, TValues>()
    {
        Expression made = Expression.Default(typeof(ValueTuple));
        for (var i = _values.Count - 1; i >= 0; i--)
        {
            var code = _values[i].Code;
            made = Expression.New(typeof(ValueTuple<,>).MakeGenericType(code.Type, made.Type).GetConstructors()[0], code, made);
        }

        return Expression.Lambda<ThresholdValues<TKey, TState, TFold, TValues>>(made, Key, Columns, State, Fold, Start, End);
    }

    internal Expression<Threshold<TValues, TOptions>> CompileThreshold<TValues, TOptions>(ParameterExpression options)
    {
        var values = Expression.Parameter(typeof(TValues), "values");
        var reads = Each(values).Select((value, i) => Expression.Assign(_values[i].Local, value));
        var body = Expression.Block(
            [_passed, .. _values.Select(value => value.Local)],
            [Expression.Assign(_tier, ChainCompiler.NoTier), Expression.Assign(_passed, Expression.Constant(false)), .. reads, _verdict, _passed]);
        return Expression.Lambda<Threshold<TValues, TOptions>>(body, values, options, _tier);
    }

    /// <summary>Reads the values out of their pairs.</summary>
    internal Expression<Func<TValues, object?[]>> CompileBoxing<TValues>()
    {
        var values = Expression.Parameter(typeof(TValues), "values");
        var array = Expression.NewArrayInit(typeof(object), Each(values).Select(value => Expression.Convert(value, typeof(object))));
        return Expression.Lambda<Func<TValues, object?[]>>(array, values);
    }

    /// <summary>A row of whose members each that is read is collected.</summary>
    internal RowBinding Collected(RowBinding row, string name) =>
        RowBinding.Of(() => Collect(row.Whole, name), member => row.Member(member) is { } known ? Collected(known, member.Name) : null);

    /// <summary>The local that holds a value of a pane.</summary>
    internal Expression Collect(Expression code, string name)
    {
        if (_known.TryGetValue(code, out var local)) return local;
        _known[code] = local = Expression.Variable(code.Type, name);
        _values.Add((local, code, name));
        return local;
    }

    /// <summary>What the author calls the result of an aggregate: the member that it goes to, else the aggregate's own name.</summary>
    internal string NameOf(MethodCallExpression call)
    {
        if (_node.Result.Lambda.Body is not NewExpression made) return call.Method.Name;
        var argument = made.Arguments.Select(ExpressionTrees.StripConversions).ToList().IndexOf(call);
        if (argument < 0) return call.Method.Name;
        return made.Members?[argument].Name ?? made.Constructor!.GetParameters()[argument].Name!;
    }

    // What comes after the last condition makes an alert's value, which no condition reads.
    private static IEnumerable<PlanNode> Relevant(IReadOnlyList<PlanNode> chain)
    {
        var last = chain.Count - 1;
        while (last >= 0 && chain[last] is SelectNode) last--;
        for (var i = 0; i < last; i++) yield return chain[i];
        if (last < 0) yield break;
        if (chain[last] is TierNode tiers) yield return new TierNode(tiers.Inputs[0], tiers.Tiers, tiers.Otherwise, Expression.Lambda(Expression.Constant(0), tiers.Result.Lambda.Parameters), tiers.Raise?.Lambda);
        else yield return chain[last];
    }

    private Expression Verdict(PlanNode[] chain)
    {
        Expression Take(RowBinding row, Expression tier) => Expression.Block(Expression.Assign(_tier, tier), Expression.Assign(_passed, Expression.Constant(true)));
        var result = _node.Result.Lambda;
        var code = chain.Length == 0
            ? Expression.Assign(_passed, Expression.Constant(true))
            : ChainCompiler.Project(result, new ThresholdBinder(result, _shape, _slots, this), made => ChainCompiler.Compile(made, ChainCompiler.NoTier, chain, Take));
        foreach (var having in _node.Having.Reverse())
            code = Expression.IfThen(new ThresholdBinder(having.Lambda, _shape, _slots, this).Visit(having.Lambda.Body), code);
        return Expression.Block(typeof(void), code);
    }

    private IEnumerable<Expression> Each(Expression values)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            yield return Expression.Field(values, nameof(ValueTuple<,>.Item1));
            values = Expression.Field(values, nameof(ValueTuple<,>.Item2));
        }
    }
}
