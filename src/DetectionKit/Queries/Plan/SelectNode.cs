using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Turns each row into another.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="selector">Makes the new row.</param>
public sealed class SelectNode(PlanNode input, LambdaExpression selector) : PlanNode
{
    /// <summary>Makes the new row.</summary>
    public PlanExpression Selector { get; } = new("select", selector);

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; } = [input];

    /// <inheritdoc/>
    public override Type RowType => Selector.Lambda.ReturnType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [Selector];

    /// <inheritdoc/>
    public override string Kind => "select";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new SelectNode(inputs[0], rewrite(Selector));
}
