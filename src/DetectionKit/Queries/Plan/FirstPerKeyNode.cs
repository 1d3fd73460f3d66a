using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Of rows with equal keys, drops those that come within a time after the last one kept.</summary>
public abstract class FirstPerKeyNode : PlanNode
{
    private protected FirstPerKeyNode(PlanNode input, LambdaExpression by, LambdaExpression within, string withinRole)
    {
        Inputs = [input];
        By = new("by", by);
        Within = new(withinRole, within);
    }

    /// <summary>The key of a row.</summary>
    public PlanExpression By { get; }

    /// <summary>For how long: a function of the options alone.</summary>
    public PlanExpression Within { get; }

    /// <summary>Whether the time counts from the last row of the key, rather than from the last that was kept.</summary>
    internal virtual bool CountsFromLastSeen => false;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanNode> Inputs { get; }

    /// <inheritdoc/>
    public override Type RowType => Inputs[0].RowType;

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => [By, Within];
}
