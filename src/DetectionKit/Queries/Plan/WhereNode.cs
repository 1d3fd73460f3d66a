using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Keeps the rows that satisfy a predicate.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="predicate">The predicate.</param>
public sealed class WhereNode(PlanNode input, LambdaExpression predicate) : PlanNode
{
    /// <summary>The predicate.</summary>
    public PlanExpression Predicate { get; } = new("where", predicate);

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; } = [input];

    /// <inheritdoc/>
    public override Type RowType => Inputs[0].RowType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [Predicate];

    /// <inheritdoc/>
    public override string Kind => "where";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new WhereNode(inputs[0], rewrite(Predicate));
}
