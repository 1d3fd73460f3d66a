namespace DetectionKit.Analyzers.Reasoning;

/// <summary>
/// Whether a condition can hold of any row. Every comparison depends only on which side of its bound a number lies, so that one number for each side of each bound, and each bound itself, stand for all numbers: these few are
/// tried in all combinations. Where something is not known, it can be either, so that "can't hold" is always right.
/// </summary>
internal static class Satisfiability
{
    // A rule with more bounds than make this many combinations is not judged.
    private const int MostCombinations = 60_000;

    public static bool CanHold(IEnumerable<Condition> conditions) => CanHold(conditions.Aggregate((Condition)new ConstantCondition(true), (all, next) => new BothConditions(all, next)));

    public static bool CanHold(Condition condition)
    {
        var comparisons = condition.All.OfType<NumberCondition>().ToList();
        var numbers = comparisons.GroupBy(c => c.Number.Key).Select(g => (g.Key, Values: Candidates(g.ToList()))).ToList();
        var facts = condition.All.OfType<FactCondition>().Select(f => f.Key).Distinct().ToList();
        var combinations = numbers.Aggregate(1.0, (product, number) => product * number.Values.Count) * Math.Pow(2, facts.Count);
        if (combinations > MostCombinations) return true;
        var (chosen, truths) = (new Dictionary<string, decimal>(), new Dictionary<string, bool>());
        return AnyNumber(0);

        bool AnyNumber(int index)
        {
            if (index == numbers.Count) return AnyFact(0);
            foreach (var value in numbers[index].Values)
            {
                chosen[numbers[index].Key] = value;
                if (AnyNumber(index + 1)) return true;
            }

            return false;
        }

        bool AnyFact(int index)
        {
            if (index == facts.Count) return condition.Of(chosen, truths).True;
            foreach (var value in new[] { true, false })
            {
                truths[facts[index]] = value;
                if (AnyFact(index + 1)) return true;
            }

            return false;
        }
    }

    private static List<decimal> Candidates(List<NumberCondition> comparisons)
    {
        var number = comparisons[0].Number;
        var bounds = comparisons.SelectMany(c => new[] { c.Least, c.Most }).Distinct().OrderBy(bound => bound).ToList();
        var candidates = new SortedSet<decimal>();
        if (number.Least is { } least) candidates.Add(least);
        foreach (var bound in bounds)
        {
            if (number.IsWhole) candidates.UnionWith([Math.Floor(bound) - 1, Math.Floor(bound), Math.Ceiling(bound), Math.Floor(bound) + 1]);
            else candidates.UnionWith([bound - 1, bound, bound + 1]);
        }

        if (!number.IsWhole) candidates.UnionWith(bounds.Zip(bounds.Skip(1), (a, b) => (a + b) / 2));
        return [.. candidates.Where(value => number.Least is not { } lowest || value >= lowest)];
    }
}
