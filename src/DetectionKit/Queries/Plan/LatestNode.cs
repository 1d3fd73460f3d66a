using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Gives each row the latest row of another input that has its key. The row keeps its key, window and tier.</summary>
public sealed class LatestNode : MatchNode
{
    internal LatestNode(PlanNode input, PlanNode latest, LambdaExpression by, LambdaExpression latestBy, LambdaExpression? within, LambdaExpression result, bool isOptional)
        : base(input, latest, by, latestBy, result, "latest by")
    {
        Within = within is null ? null : new("within", within);
        IsOptional = isOptional;
    }

    /// <summary>How old the latest row may be, a function of the options alone; null for any age.</summary>
    public PlanExpression? Within { get; }

    /// <summary>Whether a row without a latest row goes on, with none.</summary>
    public bool IsOptional { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => Within is null ? [By, OtherBy, Result] : [By, OtherBy, Within, Result];

    /// <inheritdoc/>
    public override string Kind => IsOptional ? "left join" : "join";

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) =>
        new LatestNode(inputs[0], inputs[1], rewrite(By), rewrite(OtherBy), Within is null ? null : rewrite(Within), rewrite(Result), IsOptional);

    /// <summary>The same join, with or without the rows that have no latest row.</summary>
    /// <param name="isOptional">Whether they go on.</param>
    public LatestNode WithOptional(bool isOptional) => new(Inputs[0], Inputs[1], By.Lambda, OtherBy.Lambda, Within?.Lambda, Result.Lambda, isOptional);
}
