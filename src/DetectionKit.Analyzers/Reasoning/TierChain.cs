namespace DetectionKit.Analyzers.Reasoning;

/// <summary>A tier, the tiers before it, and the filters that its rows have passed.</summary>
internal sealed record TierChain(Condition Condition, IReadOnlyList<Condition> Earlier, IReadOnlyList<Condition> Filters)
{
    /// <summary>That no earlier tier took the row.</summary>
    public IEnumerable<Condition> EarlierMissed => Earlier.Select(earlier => new OppositeCondition(earlier));

    /// <summary>Whether any row passes all earlier tiers.</summary>
    public bool CanPassEarlier => Satisfiability.CanHold(Filters.Concat(EarlierMissed));

    /// <summary>The chain that ends at a tier; null where a condition can't be read.</summary>
    public static TierChain? Of(IInvocationOperation tier, DetectionSymbols symbols)
    {
        if (ConditionReader.Of(tier, 1, symbols) is not { } condition) return null;
        var (earlier, filters) = (new List<Condition>(), new List<Condition>());
        foreach (var before in QueryStages.AllBefore(tier, symbols))
        {
            if (before.TargetMethod.Name is "Suppress" or "Distinct") continue;
            if (before.TargetMethod.Name is not ("Tier" or "Where")) break;
            var isTier = before.TargetMethod.Name == "Tier";
            if (ConditionReader.Of(before, isTier ? 1 : 0, symbols) is not { } read) return null;
            (isTier ? earlier : filters).Add(read);
        }

        // Filters that let nothing through are told where they stand.
        return Satisfiability.CanHold(filters) ? new(condition, earlier, filters) : null;
    }
}
