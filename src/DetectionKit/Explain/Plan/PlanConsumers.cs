using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A plan read forward: which stages a stage feeds.</summary>
internal sealed class PlanConsumers
{
    private readonly Dictionary<PlanNode, List<PlanNode>> _consumers = [];

    internal PlanConsumers(DetectionPlan plan)
    {
        foreach (var stage in plan.Stages)
        {
            foreach (var input in stage.Inputs.Distinct())
            {
                if (!_consumers.TryGetValue(input, out var fed)) _consumers.Add(input, fed = []);
                fed.Add(stage);
            }
        }
    }

    /// <summary>The stages that a stage feeds, in the order of the plan; none for its last stage.</summary>
    internal IReadOnlyList<PlanNode> Of(PlanNode stage) => _consumers.GetValueOrDefault(stage) ?? [];

    /// <summary>The stages that take the very rows which leave a stage: through filters and merges, up to and with those that make other rows.</summary>
    internal IReadOnlyList<PlanNode> SameRows(PlanNode from)
    {
        var found = new List<PlanNode>();
        Follow(from);
        return found;

        void Follow(PlanNode stage)
        {
            foreach (var fed in Of(stage))
            {
                if (found.Contains(fed)) continue;
                found.Add(fed);
                if (fed is WhereNode or MergeNode or FirstPerKeyNode) Follow(fed);
            }
        }
    }
}
