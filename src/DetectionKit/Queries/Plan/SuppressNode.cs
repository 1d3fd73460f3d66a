using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Holds back alerts that repeat one let through before, for a time.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="by">What alerts are suppressed by.</param>
/// <param name="for">For how long.</param>
public sealed class SuppressNode(PlanNode input, LambdaExpression by, LambdaExpression @for) : FirstPerKeyNode(input, by, @for, "for")
{
    /// <inheritdoc/>
    public override string Kind => "suppress";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new SuppressNode(inputs[0], rewrite(By), rewrite(Within));
}
