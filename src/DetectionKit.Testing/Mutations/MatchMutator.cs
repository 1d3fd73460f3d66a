using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Testing.Mutations;

/// <summary>Changes sequences, joins with the latest row, and first sights.</summary>
internal static class MatchMutator
{
    internal static IEnumerable<(string Name, PlanNode Changed)> Of(MatchNode match)
    {
        foreach (var (left, right) in KeyMutator.OfKey(match.By.Lambda).Zip(KeyMutator.OfKey(match.OtherBy.Lambda)))
            yield return (left.Operator, With(match, (match.By, left.Lambda), (match.OtherBy, right.Lambda)));

        switch (match)
        {
            case SequenceNode sequence:
                foreach (var change in Spans(sequence, sequence.Within)) yield return change;
                if (sequence.Condition is { } condition)
                {
                    yield return ("condition dropped", sequence.WithoutCondition());
                    foreach (var change in ConditionMutator.Of(condition.Lambda)) yield return (change.Operator, With(sequence, (condition, change.Lambda)));
                }

                if (sequence.Step == SequenceStep.Absent) yield return ("step dropped", sequence.Inputs[0]);
                if (sequence.Step == SequenceStep.Optional) yield return ("optional step required", sequence.WithStep(SequenceStep.Required));
                break;
            case LatestNode latest:
                if (latest.Within is { } within)
                {
                    foreach (var change in Spans(latest, within)) yield return change;
                }

                if (latest.IsOptional) yield return ("left join to join", latest.WithOptional(false));
                break;
        }
    }

    /// <summary>The time of a stage, halved and doubled.</summary>
    internal static IEnumerable<(string Name, PlanNode Changed)> Spans(PlanNode stage, PlanExpression within)
    {
        var span = within.Lambda;
        yield return ("time halved", With(stage, (within, Expression.Lambda(Expression.Divide(span.Body, Expression.Constant(2.0)), span.Parameters))));
        yield return ("time doubled", With(stage, (within, Expression.Lambda(Expression.Multiply(span.Body, Expression.Constant(2.0)), span.Parameters))));
    }

    private static PlanNode With(PlanNode stage, params (PlanExpression Known, LambdaExpression Changed)[] changes) =>
        stage.With(stage.Inputs, expression => Array.Find(changes, change => ReferenceEquals(change.Known, expression)).Changed ?? expression.Lambda);
}
