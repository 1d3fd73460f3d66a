using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Explains conditions on one row: taken apart at <c>&amp;&amp;</c> and <c>||</c>, each part evaluated by itself.</summary>
/// <param name="evaluator">Knows the values of the row and of the options.</param>
/// <param name="options">The symbol of the options.</param>
internal sealed class ConditionExplainer(ExpressionEvaluator evaluator, ParameterExpression options)
{
    private readonly ReadValues _reads = new(evaluator, options);
    private readonly ComparisonExplainer _comparisons = new(evaluator, options);

    internal ConditionExplanation Explain(Expression condition)
    {
        try
        {
            return condition.NodeType switch
            {
                ExpressionType.AndAlso or ExpressionType.OrElse => Chain((BinaryExpression)condition),
                _ when ComparisonExplainer.Compares(condition) => _comparisons.Explain((BinaryExpression)condition),
                _ => Plain(condition),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new() { Text = ExpressionText.Of(condition), Holds = null, Error = e };
        }
    }

    private ConditionExplanation Plain(Expression condition)
    {
        var holds = (bool)evaluator.Evaluate(condition)!;
        var seen = string.Join(", ", [.. _reads.Of(condition), .. ListMatches.Of(condition, evaluator)]);
        return new() { Text = ExpressionText.Of(condition), Holds = holds, Detail = $"{(holds ? "true" : "false")}{(seen.Length > 0 ? $" ({seen})" : "")}" };
    }

    // C# stops at the part that decides. The parts after it are evaluated too, to say how far they were, unless they throw: they may rest on the part before.
    private ConditionExplanation Chain(BinaryExpression condition)
    {
        var or = condition.NodeType == ExpressionType.OrElse;
        var parts = new List<ConditionExplanation>();
        var decided = false;
        foreach (var operand in Operands(condition, condition.NodeType))
        {
            var part = Explain(operand);
            if (part.Error is not null && decided) continue;
            parts.Add(part);
            if (part.Error is not null) return new() { Text = ExpressionText.Of(condition), Holds = null, Parts = parts, Error = part.Error };
            decided |= part.Holds == or;
        }

        return new() { Text = ExpressionText.Of(condition), Holds = decided == or, Parts = parts, IsDisjunction = or, Detail = decided == or ? "true" : "false" };
    }

    private static IEnumerable<Expression> Operands(Expression e, ExpressionType type) =>
        e is BinaryExpression binary && binary.NodeType == type ? [.. Operands(binary.Left, type), .. Operands(binary.Right, type)] : [e];
}
