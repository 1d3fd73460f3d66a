using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>The rows of two inputs.</summary>
/// <param name="left">The one.</param>
/// <param name="right">The other.</param>
public sealed class MergeNode(PlanNode left, PlanNode right) : PlanNode
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; } = [left, right];

    /// <inheritdoc/>
    public override Type RowType => Inputs[0].RowType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [];

    /// <inheritdoc/>
    public override string Kind => "merge";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new MergeNode(inputs[0], inputs[1]);
}
