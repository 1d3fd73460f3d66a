using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Puts rows in tiers, raises some by one, and makes a row of each with its tier. Rows in no tier are dropped.</summary>
public sealed class TierNode : PlanNode
{
    internal TierNode(PlanNode input, IReadOnlyList<PlanTier> tiers, AlertTier? otherwise, LambdaExpression result, LambdaExpression? raise = null)
    {
        Inputs = [input];
        Tiers = tiers;
        Otherwise = otherwise;
        Result = new("select", result);
        Raise = raise is null ? null : new("raise", raise);
    }

    /// <summary>The tiers, in the order in which they are tried.</summary>
    public IReadOnlyList<PlanTier> Tiers { get; }

    /// <summary>The tier of all other rows, or null.</summary>
    public AlertTier? Otherwise { get; }

    /// <summary>Which rows stand one tier higher, in the tier that is tried before theirs; null for none.</summary>
    public PlanExpression? Raise { get; }

    /// <summary>Makes the row: a function of the row and the tier's value.</summary>
    public PlanExpression Result { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; }

    /// <inheritdoc/>
    public override Type RowType => Result.Lambda.ReturnType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [.. Tiers.Select(tier => tier.When), .. Raise is null ? Array.Empty<PlanExpression>() : [Raise], Result];

    /// <inheritdoc/>
    public override string Kind => "tier";

    /// <summary>The same stage with other tiers.</summary>
    /// <param name="tiers">The tiers, in their order; at least one.</param>
    /// <exception cref="ArgumentException">There is no tier.</exception>
    public TierNode WithTiers(IReadOnlyList<PlanTier> tiers)
    {
        ArgumentNullException.ThrowIfNull(tiers);
        if (tiers.Count == 0) throw new ArgumentException("A stage of tiers has one or more.", nameof(tiers));
        return new(Inputs[0], tiers, Otherwise, Result.Lambda, Raise?.Lambda);
    }

    /// <summary>The same stage with another tier, or none, for the rows that are in no other.</summary>
    /// <param name="otherwise">The tier; null to drop such rows.</param>
    public TierNode WithOtherwise(AlertTier? otherwise) => new(Inputs[0], Tiers, otherwise, Result.Lambda, Raise?.Lambda);

    /// <summary>The same stage in which no row is raised.</summary>
    public TierNode WithoutRaise() => new(Inputs[0], Tiers, Otherwise, Result.Lambda);

    /// <summary>All tiers in their order, that of all other rows last.</summary>
    internal AlertTier[] All => [.. Tiers.Select(tier => tier.Tier), .. Otherwise is null ? Array.Empty<AlertTier>() : [Otherwise]];

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) =>
        new TierNode(inputs[0], [.. Tiers.Select(tier => new PlanTier(tier.Tier, rewrite(tier.When)))], Otherwise, rewrite(Result), Raise is null ? null : rewrite(Raise));
}
