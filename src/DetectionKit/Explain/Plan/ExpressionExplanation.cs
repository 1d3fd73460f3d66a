using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>An expression of a stage.</summary>
/// <param name="Role">Its part in the stage: where, key, window, aggregate, having, tier NAME, select, by, within, for, time.</param>
/// <param name="Text">The expression near to what its author wrote.</param>
/// <param name="Reads">The members of the row that it reads; <c>*</c> when it uses the row whole.</param>
/// <param name="Options">The names of the options that it reads; <c>*</c> when it hands the options object on whole.</param>
/// <param name="Frozen">The values captured from outside, constants since the plan was built.</param>
/// <param name="Aggregates">The aggregates that it calls.</param>
public sealed record ExpressionExplanation(
    string Role,
    string Text,
    IReadOnlyList<string> Reads,
    IReadOnlyList<string> Options,
    IReadOnlyList<FrozenCapture> Frozen,
    IReadOnlyList<string> Aggregates)
{
    internal static ExpressionExplanation Of(PlanExpression expression) =>
        new(expression.Role, expression.ToString(), RowReads.Of(expression), expression.Options, expression.Frozen, expression.Aggregates);
}
