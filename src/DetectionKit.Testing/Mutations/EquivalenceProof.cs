using DetectionKit.Queries;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Mutations;

/// <summary>
/// Proves that two plans decide alike under given options: their conditions are asked at every number that they compare with, and between each two of them, which is to ask for all numbers.
/// What is compared is taken to have any value whatever, but for what counts imply, so that a proof holds for all events; where there is none the plans may still be equivalent.
/// </summary>
internal static class EquivalenceProof
{
    private const int MaxPoints = 100_000;

    internal static bool Holds(DetectionPlan rule, DetectionPlan mutant, object options)
    {
        var (left, right) = (PlanPath.Of(rule, options), PlanPath.Of(mutant, options));
        if (left.Count != 1 || right.Count != 1 || !SameButForConditions(left[0], right[0])) return false;
        var conditions = new ConditionGrid();
        var (filters, changedFilters) = (conditions.All(left[0].Filters.Select(f => f.Condition)), conditions.All(right[0].Filters.Select(f => f.Condition)));
        var (verdict, changedVerdict) = (Verdict(left[0], conditions), Verdict(right[0], conditions));
        return conditions.Points(MaxPoints) is { } points
            && points.All(point => filters(point) == changedFilters(point) && (!filters(point) || string.Equals(verdict(point), changedVerdict(point), StringComparison.Ordinal)));
    }

    private static bool SameButForConditions(PlanPath left, PlanPath right) =>
        Text(left) == Text(right) && left.Beyond.Select(node => PlanMutator.TextOf(node)).SequenceEqual(right.Beyond.Select(node => PlanMutator.TextOf(node)));

    // All but the conditions; what is made of rows and panes is told of the event, so that a changed Select shows.
    private static string Text(PlanPath path) =>
        $"{path.Source.Time}|{path.Row}|{path.Key}|{path.Window?.Window}|{path.Result}|{string.Join('|', path.Distinct)}";

    // The tier that a row gets; null where it is dropped.
    private static Func<IReadOnlyDictionary<string, double>, string?> Verdict(PlanPath path, ConditionGrid conditions)
    {
        var tiers = path.Tiers?.Tiers ?? [];
        var written = path.Conditions.ToLookup(c => c.Written, c => conditions.Read(c.Condition));
        var having = path.Conditions.Where(c => c.Written != path.Tiers?.Raise && tiers.All(tier => tier.When != c.Written)).SelectMany(c => written[c.Written]).ToList();
        var choices = tiers.Select(tier => (tier.Tier.Name, When: written[tier.When].First())).ToList();
        var raise = path.Tiers?.Raise is { } raised ? written[raised].First() : _ => false;
        return point =>
        {
            if (!having.TrueForAll(condition => condition(point))) return null;
            var place = choices.FindIndex(choice => choice.When(point));
            if (place < 0 && path.Tiers is null) return "";
            if (place < 0 && path.Tiers!.Otherwise is null) return null;
            var isRest = place < 0;
            if (raise(point)) (place, isRest) = (isRest ? choices.Count - 1 : Math.Max(0, place - 1), false);
            return isRest ? path.Tiers!.Otherwise!.Name : choices[place].Name;
        };
    }
}
