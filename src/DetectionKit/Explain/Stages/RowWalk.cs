using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Takes one row through the stages that a stage feeds, as far as the next window, and notes what each says of it.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">The options.</param>
/// <param name="beyondFalls">Whether filters and tiers after the one where the row falls are asked too, to say how far it was from each.</param>
internal sealed class RowWalk(DetectionPlan plan, object options, bool beyondFalls)
{
    private readonly PlanConsumers _consumers = new(plan);
    private readonly StageEvaluator _stages = new(plan, options);

    /// <summary>The ways of a row that leaves a stage: one, or several where the plan branches.</summary>
    /// <param name="from">The stage.</param>
    /// <param name="row">The row.</param>
    /// <param name="before">What became of it before; a fall there keeps later stages from being reached.</param>
    internal IReadOnlyList<RowPath> From(PlanNode from, object? row, IReadOnlyList<StageOutcome> before)
    {
        var paths = new List<RowPath>();
        Follow(from, new(before, null, row, null), paths);
        return paths;
    }

    private void Follow(PlanNode from, RowPath path, List<RowPath> paths)
    {
        var next = _consumers.Of(from);
        if (next.Count == 0) paths.Add(path);
        foreach (var stage in next)
        {
            if (stage is AggregateNode aggregate) paths.Add(path with { End = aggregate });
            else if (stage is MatchNode match) paths.Add(Meet(match, from, path));
            else Enter(stage, path, paths);
        }
    }

    // What a row makes with others is not to be told of the row alone: its way ends where it meets them.
    private RowPath Meet(MatchNode stage, PlanNode from, RowPath path) =>
        path.FellAt is not null ? path : path with { Outcomes = [.. path.Outcomes, _stages.Match(stage, from, path.Row)], IsOpen = true, Row = null };

    private void Enter(PlanNode stage, RowPath path, List<RowPath> paths)
    {
        var fallen = path.FellAt is not null;
        if (fallen && stage is not (WhereNode or TierNode))
        {
            Follow(stage, path, paths, rowIsKept: stage is MergeNode or FirstPerKeyNode);
            return;
        }

        var (outcome, made) = _stages.Evaluate(stage, path.Row);
        if (outcome is not null) path = path with { Outcomes = [.. path.Outcomes, fallen ? outcome with { Verdict = StageVerdict.NotReached } : outcome] };
        var falls = outcome?.Verdict is StageVerdict.Fell or StageVerdict.Faulty;
        if ((fallen || falls) && (!beyondFalls || stage is not WhereNode))
        {
            paths.Add(path with { Row = null });
            return;
        }

        Follow(stage, path with { Row = stage is WhereNode ? path.Row : made, Tier = outcome?.Tier ?? path.Tier }, paths);
    }

    // After a fall only stages over the same row are asked.
    private void Follow(PlanNode stage, RowPath path, List<RowPath> paths, bool rowIsKept)
    {
        if (rowIsKept) Follow(stage, path, paths);
        else paths.Add(path with { Row = null });
    }
}
