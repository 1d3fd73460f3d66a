using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>A tier with its condition.</summary>
/// <param name="tier">The tier.</param>
/// <param name="when">When a row belongs to it.</param>
public sealed class PlanTier(AlertTier tier, LambdaExpression when)
{
    /// <summary>The tier.</summary>
    public AlertTier Tier { get; } = tier;

    /// <summary>When a row belongs to it.</summary>
    public PlanExpression When { get; } = new($"tier {tier.Name}", when);
}
