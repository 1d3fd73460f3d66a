using System.Linq.Expressions;
using DetectionKit.Queries;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.Testing.Generation;

/// <summary>One way from a source to the end of a plan, all of it told of the source's event: the filters, the key, and the conditions on the first window.</summary>
internal sealed class PlanPath
{
    private PlanPath(SourceNode source)
    {
        Source = source;
        Event = Expression.Parameter(source.RowType, "e");
        Row = Event;
    }

    internal SourceNode Source { get; }

    internal ParameterExpression Event { get; }

    /// <summary>The conditions that events must meet, each as the plan has it and over the event.</summary>
    internal List<(PlanExpression Written, Expression Condition)> Filters { get; } = [];

    /// <summary>The first window; null where every event is an alert.</summary>
    internal AggregateNode? Window { get; private set; }

    /// <summary>The rows that enter the window.</summary>
    internal Expression Row { get; private set; }

    internal Expression? Key { get; private set; }

    /// <summary>What <see cref="Distinct"/> stages before the window go by.</summary>
    internal List<Expression> Distinct { get; } = [];

    /// <summary>The conditions on panes, each as the plan has it and over calls of aggregates.</summary>
    internal List<(PlanExpression Written, Expression Condition)> Conditions { get; } = [];

    /// <summary>Those conditions on panes that read the key, told of the event.</summary>
    internal IEnumerable<(PlanExpression Written, Expression Condition)> KeyConditions => Key is null ? [] :
        Conditions.Where(condition => NodeFinder.Of(condition.Condition).Any(KeyInlining.IsKey)).Select(condition => (condition.Written, new KeyInlining(Key).Visit(condition.Condition)));

    /// <summary>The stage that puts rows in tiers, if there is one on the way.</summary>
    internal TierNode? Tiers { get; private set; }

    /// <summary>What a pane's row is made of.</summary>
    internal Expression? Result { get; private set; }

    /// <summary>The stages with memory after the window, or that bring rows together, and what comes after them.</summary>
    internal List<PlanNode> Beyond { get; } = [];

    internal static IReadOnlyList<PlanPath> Of(DetectionPlan plan, object options) => [.. Ways(plan.Root).Where(way => way[0] is SourceNode).Select(way => Along(way, options))];

    private static IEnumerable<IReadOnlyList<PlanNode>> Ways(PlanNode node) =>
        node.Inputs.Count == 0 ? [[node]] : node.Inputs.SelectMany(Ways).Select(way => (IReadOnlyList<PlanNode>)[.. way, node]);

    // Tiers of events without a window are conditions, though no event is dropped by one alone.
    private void Add(PlanExpression written, Expression row, object options, bool isFilter = true) =>
        (Window is null && isFilter ? Filters : Conditions).Add((written, Inlining.Of(written.Lambda, row, options)));

    private static PlanPath Along(IReadOnlyList<PlanNode> way, object options)
    {
        var path = new PlanPath((SourceNode)way[0]);
        Expression row = path.Event;
        foreach (var node in way.Skip(1))
        {
            if (path.Beyond.Count > 0)
            {
                path.Beyond.Add(node);
                continue;
            }

            switch (node)
            {
                case WhereNode where:
                    path.Add(where.Predicate, row, options);
                    break;
                case SelectNode select:
                    row = Inlining.Of(select.Selector.Lambda, row, options);
                    break;
                case TierNode tiers:
                    foreach (var tier in tiers.Tiers) path.Add(tier.When, row, options, isFilter: false);
                    if (tiers.Raise is { } raise) path.Add(raise, row, options, isFilter: false);
                    path.Tiers = tiers;
                    row = Inlining.Of(tiers.Result.Lambda, row, options);
                    break;
                case AggregateNode aggregate when path.Window is null:
                    (path.Window, path.Row) = (aggregate, row);
                    path.Key = aggregate.Key is null ? null : Inlining.Of(aggregate.Key.Lambda, row, options);
                    foreach (var having in aggregate.Having) path.Conditions.Add((having, Inlining.Of(having.Lambda, aggregate.Result.Lambda.Parameters[0], options)));
                    row = Inlining.Of(aggregate.Result.Lambda, aggregate.Result.Lambda.Parameters[0], options);
                    path.Result = row;
                    break;
                case DistinctNode distinct when path.Window is null:
                    path.Distinct.Add(Inlining.Of(distinct.By.Lambda, row, options));
                    break;
                case MergeNode:
                    break;
                default:
                    path.Beyond.Add(node);
                    break;
            }
        }

        if (path.Window is null) path.Row = row;
        return path;
    }
}
