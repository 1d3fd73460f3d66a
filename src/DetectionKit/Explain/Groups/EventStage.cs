using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>A stage before the first window as code over single rows: whether it lets a row pass, and the row that it makes of it.</summary>
/// <param name="Number">The stage's number.</param>
/// <param name="Text">The stage as text.</param>
/// <param name="Keeps">Whether a row passes; null when all do.</param>
/// <param name="Makes">The row that leaves; null when it is the one that came.</param>
internal sealed record EventStage(int Number, string Text, Func<object?, object?, bool>? Keeps, Func<object?, object?, object?>? Makes)
{
    internal static EventStage Of(DetectionPlan plan, PlanNode node, object options)
    {
        var text = $"{node.Kind} {StageText.Of(node, options)}";
        return node switch
        {
            WhereNode where => new(plan.NumberOf(node), text, Compile<bool>(plan, where.RowType, row => Over(where.Predicate.Lambda, row)), null),
            SelectNode select => new(plan.NumberOf(node), text, null, Compile<object?>(plan, select.Inputs[0].RowType, row => Over(select.Selector.Lambda, row))),
            TierNode tiers => new(plan.NumberOf(node), text, Compile<bool>(plan, tiers.Inputs[0].RowType, row => AnyTier(tiers, row)), Compile<object?>(plan, tiers.Inputs[0].RowType, row => Tier(tiers, row))),
            _ => new(plan.NumberOf(node), text, null, null),
        };
    }

    /// <summary>Code over a row and the options, both as objects.</summary>
    internal static Func<object?, object?, TResult> Compile<TResult>(DetectionPlan plan, Type rowType, Func<Expression, Expression> body)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var options = Expression.Parameter(typeof(object), "options");
        var code = ExpressionTrees.Replace(body(Expression.Convert(row, rowType)), plan.Options, Expression.Convert(options, plan.OptionsType));
        return Expression.Lambda<Func<object?, object?, TResult>>(Expression.Convert(code, typeof(TResult)), row, options).Compile();
    }

    internal static Expression Over(LambdaExpression lambda, Expression row) => ExpressionTrees.Replace(lambda.Body, lambda.Parameters[0], row);

    private static Expression AnyTier(TierNode node, Expression row) =>
        node.Otherwise is not null ? Expression.Constant(true) : node.Tiers.Select(tier => Over(tier.When.Lambda, row)).Aggregate(Expression.OrElse);

    private static Expression Tier(TierNode node, Expression row)
    {
        var result = node.Result.Lambda;
        var type = result.Parameters[1].Type;
        var values = node.All.Select(tier => Expression.Constant(tier.Value, type)).ToList();
        Expression Reached(int place) => node.Raise is null || place == 0 ? values[place] : Expression.Condition(Over(node.Raise.Lambda, row), values[place - 1], values[place]);
        var value = node.Otherwise is null ? Expression.Default(type) : Reached(values.Count - 1);
        for (var i = node.Tiers.Count - 1; i >= 0; i--) value = Expression.Condition(Over(node.Tiers[i].When.Lambda, row), Reached(i), value);
        return ExpressionTrees.Replace(Over(result, row), result.Parameters[1], value);
    }
}
