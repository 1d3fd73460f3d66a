using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>
/// Cuts a plan after an aggregate and drops its havings, so that the engine itself makes the row of every pane, firing or not. With each row come the number of
/// its events and what the havings ask.
/// </summary>
internal static class PanePlan
{
    /// <summary>The plan of an aggregate's panes.</summary>
    /// <param name="plan">The detection's plan.</param>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="keys">The groups to keep; null for all.</param>
    /// <param name="filtered">Whether the filters before the aggregate stay.</param>
    /// <param name="end">Only the pane that ends then; null for all. A sliding window makes one row an episode: so each pane can be asked for.</param>
    internal static DetectionPlan Of(DetectionPlan plan, AggregateNode aggregate, KeyPattern? keys = null, bool filtered = true, PaneEnd? end = null)
    {
        var input = filtered ? aggregate.Inputs[0] : WithoutFilters(aggregate.Inputs[0]);
        if (keys is not null) input = new WhereNode(input, keys.Predicate(aggregate, plan.Options));
        return plan.WithRoot(new AggregateNode(input, aggregate.Key?.Lambda, aggregate.Window.Lambda, end is null ? [] : [EndsAt(aggregate, end)], Result(aggregate)));
    }

    private static LambdaExpression Result(AggregateNode aggregate)
    {
        var result = aggregate.Result.Lambda;
        var pane = result.Parameters[0];
        var count = Expression.Call(typeof(PaneCount), nameof(PaneCount.Count), [aggregate.Inputs[0].RowType], pane);
        var terms = aggregate.Having.SelectMany(having => PaneTerms.Of(having.Lambda).Select(term => ExpressionTrees.Replace(term, having.Lambda.Parameters[0], pane)));
        Expression[] values = [result.Body, count, .. terms];
        return Expression.Lambda(Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object)))), result.Parameters);
    }

    private static LambdaExpression EndsAt(AggregateNode aggregate, PaneEnd end)
    {
        var parameters = aggregate.Result.Lambda.Parameters;
        return Expression.Lambda(Expression.Equal(Expression.Property(parameters[0], nameof(Pane<>.End)), Expression.Property(Expression.Constant(end), nameof(PaneEnd.Time))), parameters);
    }

    // A source stays the node that it is: the engine knows one a type.
    private static PlanNode WithoutFilters(PlanNode node) => node switch
    {
        SourceNode => node,
        WhereNode => WithoutFilters(node.Inputs[0]),
        _ => node.With([.. node.Inputs.Select(WithoutFilters)], expression => expression.Lambda),
    };
}
