using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>Which options touch which part of a plan: those that only the stages after the last aggregate read are thresholds, the others make its groups.</summary>
internal sealed class SweepShape
{
    private SweepShape(AggregateNode node, IReadOnlyList<PlanNode> chain, HashSet<string> groupOptions) => (Node, Chain, GroupOptions) = (node, chain, groupOptions);

    /// <summary>The last aggregate.</summary>
    internal AggregateNode Node { get; }

    /// <summary>The stages after it.</summary>
    internal IReadOnlyList<PlanNode> Chain { get; }

    /// <summary>The options that sources, filters, keys, windows and aggregates read; <c>*</c> where one reads the options whole.</summary>
    internal IReadOnlySet<string> GroupOptions { get; }

    /// <summary>The shape of a plan; null where a stage with memory follows the last aggregate, where there is none, or where a window's alerts go by those before.</summary>
    internal static SweepShape? Of(DetectionPlan plan)
    {
        var chain = new List<PlanNode>();
        var node = plan.Root;
        for (; node is WhereNode or SelectNode or TierNode; node = node.Inputs[0]) chain.Insert(0, node);
        if (node is not AggregateNode aggregate) return null;
        var options = new HashSet<string>(plan.WithRoot(aggregate.Inputs[0]).Stages.SelectMany(stage => stage.Expressions).SelectMany(expression => expression.Options));
        options.UnionWith([.. aggregate.Key?.Options ?? [], .. aggregate.Window.Options]);
        var finder = new AggregateOptions(plan.Options, options);
        foreach (var expression in aggregate.Having.Append(aggregate.Result)) finder.Visit(expression.Lambda.Body);
        return new(aggregate, chain, options);
    }

    // Options inside of the call of an aggregate are part of what it counts; those outside compare its result.
    private sealed class AggregateOptions(ParameterExpression options, HashSet<string> found) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!ExpressionTrees.IsAggregate(node.Method)) return base.VisitMethodCall(node);
            found.UnionWith(ExpressionFacts.Of(Expression.Lambda(node, options)).Options);
            return node;
        }
    }
}
