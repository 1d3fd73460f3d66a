using System.Linq.Expressions;

namespace DetectionKit.Queries;

/// <summary>Keeps rows whose key was not seen for a time before.</summary>
/// <param name="input">Where the rows come from.</param>
/// <param name="by">What is seen.</param>
/// <param name="within">For how long it is remembered.</param>
public sealed class FirstSeenNode(PlanNode input, LambdaExpression by, LambdaExpression within) : FirstPerKeyNode(input, by, within, "within")
{
    /// <inheritdoc/>
    public override string Kind => "first seen";

    internal override bool CountsFromLastSeen => true;

    /// <inheritdoc/>
    public override PlanNode With(IReadOnlyList<PlanNode> inputs, Func<PlanExpression, LambdaExpression> rewrite) => new FirstSeenNode(inputs[0], rewrite(By), rewrite(Within));
}
