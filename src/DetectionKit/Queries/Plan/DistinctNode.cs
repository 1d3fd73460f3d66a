using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Removes duplicate rows within a time.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="by">What makes two rows duplicates.</param>
/// <param name="within">For how long.</param>
public sealed class DistinctNode(PlanNode input, LambdaExpression by, LambdaExpression within) : FirstPerKeyNode(input, by, within, "within")
{
    /// <inheritdoc/>
    public override string Kind => "distinct";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new DistinctNode(inputs[0], rewrite(By), rewrite(Within));
}
