using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>A row followed by another of the same key, within a time.</summary>
public sealed class SequenceNode : MatchNode
{
    internal SequenceNode(PlanNode first, PlanNode next, LambdaExpression by, LambdaExpression nextBy, LambdaExpression within, LambdaExpression? where, LambdaExpression result, SequenceStep step)
        : base(first, next, by, nextBy, result, "next by")
    {
        Within = new("within", within);
        Condition = where is null ? null : new("where", where);
        Step = step;
    }

    /// <summary>What the second step is to the first.</summary>
    public SequenceStep Step { get; }

    /// <summary>How long after the first row the second may come: a function of the options alone.</summary>
    public PlanExpression Within { get; }

    /// <summary>What both rows must satisfy; null where equal keys are enough.</summary>
    public PlanExpression? Condition { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlanExpression> Expressions => Condition is null ? [By, OtherBy, Within, Result] : [By, OtherBy, Within, Condition, Result];

    /// <inheritdoc/>
    public override string Kind => Step switch
    {
        SequenceStep.Optional => "optionally followed by",
        SequenceStep.Absent => "not followed by",
        _ => "followed by",
    };

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) =>
        new SequenceNode(inputs[0], inputs[1], rewrite(By), rewrite(OtherBy), rewrite(Within), Condition is null ? null : rewrite(Condition), rewrite(Result), Step);

    /// <summary>The same sequence without the condition on both rows.</summary>
    public SequenceNode WithoutCondition() => new(Inputs[0], Inputs[1], By.Lambda, OtherBy.Lambda, Within.Lambda, null, Result.Lambda, Step);

    /// <summary>The same sequence with another part for its second step.</summary>
    /// <param name="step">The part.</param>
    public SequenceNode WithStep(SequenceStep step) => new(Inputs[0], Inputs[1], By.Lambda, OtherBy.Lambda, Within.Lambda, Condition?.Lambda, Result.Lambda, step);
}
