using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Brings rows of two inputs together by a key that both have.</summary>
public abstract class MatchNode : PlanNode
{
    private protected MatchNode(PlanNode input, PlanNode other, LambdaExpression by, LambdaExpression otherBy, LambdaExpression result, string otherRole)
    {
        Inputs = [input, other];
        By = new("by", by);
        OtherBy = new(otherRole, otherBy);
        Result = new("select", result);
    }

    /// <summary>The key of a row of the first input.</summary>
    public PlanExpression By { get; }

    /// <summary>The key of a row of the second input.</summary>
    public PlanExpression OtherBy { get; }

    /// <summary>Makes the row: a function of the rows of both inputs.</summary>
    public PlanExpression Result { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; }

    /// <inheritdoc/>
    public override Type RowType => Result.Lambda.ReturnType;
}
