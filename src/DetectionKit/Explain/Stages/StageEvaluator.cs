using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Evaluates one stage without memory on one row.</summary>
internal sealed class StageEvaluator(DetectionPlan plan, object options)
{
    /// <summary>What became of the row (null for a stage that says nothing of it), and the row that leaves.</summary>
    internal (StageOutcome? Outcome, object? Row) Evaluate(PlanNode stage, object? row)
    {
        try
        {
            return stage switch
            {
                WhereNode where => (Conditions(stage, [Explain(where.Predicate.Lambda, row)]), row),
                SelectNode select => (null, Value(select.Selector.Lambda, row)),
                TierNode tiers => Tiers(tiers, row),
                FirstPerKeyNode first => (First(first, row), row),
                _ => (null, row),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (Make(stage, StageVerdict.Faulty, [$"threw {e.GetType().Name}: {e.Message}"]) with { Error = e }, null);
        }
    }

    /// <summary>The outcome of a stage that asks conditions, all of which must hold.</summary>
    internal StageOutcome Conditions(PlanNode stage, IReadOnlyList<ConditionExplanation> conditions)
    {
        var error = conditions.FirstOrDefault(condition => condition.Error is not null)?.Error;
        var verdict = error is not null ? StageVerdict.Faulty : conditions.All(condition => condition.Holds == true) ? StageVerdict.Passed : StageVerdict.Fell;
        return Make(stage, verdict, [.. conditions.Select(condition => condition.ToString())]) with { Conditions = conditions, Error = error };
    }

    internal ConditionExplainer Explainer(ExpressionEvaluator evaluator) => new(evaluator.Bind(plan.Options, options), plan.Options);

    private StageOutcome Make(PlanNode stage, StageVerdict verdict, IReadOnlyList<string> lines) =>
        new() { Stage = plan.NumberOf(stage), Kind = stage.Kind, Verdict = verdict, Lines = lines };

    private ConditionExplanation Explain(LambdaExpression condition, object? row) =>
        Explainer(new ExpressionEvaluator().Bind(condition.Parameters[0], row)).Explain(condition.Body);

    private object? Value(LambdaExpression lambda, object? row) =>
        new ExpressionEvaluator().Bind(plan.Options, options).Bind(lambda.Parameters[0], row).Evaluate(lambda.Body);

    private (StageOutcome Outcome, object? Row) Tiers(TierNode node, object? row)
    {
        var asked = new List<ConditionExplanation>();
        var lines = new List<string>();
        var (reached, place) = ((AlertTier?)null, node.Tiers.Count);
        var width = node.Tiers.Select(tier => tier.Tier).Append(node.Otherwise).Max(tier => tier?.Name.Length ?? 0);
        foreach (var tier in node.Tiers)
        {
            var condition = Explain(tier.When.Lambda, row);
            asked.Add(condition);
            lines.Add($"{tier.Tier.Name.PadRight(width)}  {(condition.Holds == true ? "holds: " : "")}{condition}");
            if (condition.Error is { } error) return (Make(node, StageVerdict.Faulty, lines) with { Conditions = asked, Error = error }, null);
            if (condition.Holds != true) continue;
            (reached, place) = (tier.Tier, asked.Count - 1);
            break;
        }

        if (reached is null) lines.Add(node.Otherwise is { } rest ? $"{rest.Name.PadRight(width)}  otherwise" : "no tier holds");
        reached ??= node.Otherwise;
        if (node.Raise is { } raise && reached is not null)
        {
            var condition = Explain(raise.Lambda, row);
            asked.Add(condition);
            if (condition.Holds == true) reached = node.All[Math.Max(0, place - 1)];
            lines.Add($"one tier higher{(condition.Holds == true ? $", {reached.Name}, holds" : "")}: {condition}");
            if (condition.Error is { } error) return (Make(node, StageVerdict.Faulty, lines) with { Conditions = asked, Error = error }, null);
        }

        var outcome = Make(node, reached is null ? StageVerdict.Fell : StageVerdict.Passed, lines) with { Conditions = asked, Tier = reached };
        if (reached is null) return (outcome, null);
        var result = node.Result.Lambda;
        return (outcome, new ExpressionEvaluator().Bind(plan.Options, options).Bind(result.Parameters[0], row).Bind(result.Parameters[1], reached.Value).Evaluate(result.Body));
    }

    /// <summary>What a stage that brings rows of two inputs together says of a row of either.</summary>
    internal StageOutcome Match(MatchNode node, PlanNode from, object? row)
    {
        var isFirst = from == node.Inputs[0];
        var key = isFirst ? node.By.Lambda : node.OtherBy.Lambda;
        try
        {
            var value = ValueText.Of(new ExpressionEvaluator().Bind(plan.Options, options).Bind(key.Parameters[0], row).Evaluate(key.Body));
            return Make(node, StageVerdict.Depends, [MatchText.Of(node, isFirst, $"{StageText.KeyNames(key)} ({value})", options)]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Make(node, StageVerdict.Faulty, [$"threw {e.GetType().Name}: {e.Message}"]) with { Error = e };
        }
    }

    private StageOutcome First(FirstPerKeyNode node, object? row)
    {
        var evaluator = new ExpressionEvaluator().Bind(plan.Options, options).Bind(node.By.Lambda.Parameters[0], row);
        var span = SymbolText.WithValue(node.Within.Lambda.Body, plan.Options, options);
        var by = StageText.KeyNames(node.By.Lambda);
        var seen = node.CountsFromLastSeen ? "was seen" : "came";
        return Make(node, StageVerdict.Depends, [$"goes on unless one with the same {by} ({ValueText.Of(evaluator.Evaluate(node.By.Lambda.Body))}) {seen} less than {span} before"]);
    }
}
