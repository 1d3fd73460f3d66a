using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Explains a comparison: the row's value, what it is compared with, and how far the one is from the other.</summary>
internal sealed class ComparisonExplainer(ExpressionEvaluator evaluator, ParameterExpression options)
{
    internal static bool Compares(Expression e) => e.NodeType is ExpressionType.Equal or ExpressionType.NotEqual
        or ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual;

    internal ConditionExplanation Explain(BinaryExpression comparison)
    {
        var holds = (bool)evaluator.Evaluate(comparison)!;
        var (left, right, type) = (comparison.Left, comparison.Right, comparison.NodeType);
        if (!ReadsRow(left) && ReadsRow(right)) (left, right, type) = (right, left, Mirrored(type));
        var actual = Value(left, right);
        var required = Value(right, left);
        var distance = ValueDistance.Between(actual, required);
        return new()
        {
            Text = ExpressionText.Of(comparison),
            Holds = holds,
            Head = $"{Name(left)} {ComparisonText.Symbol(type)} {Bound(right, required)}",
            Detail = ValueText.Of(actual) + ComparisonText.Distance(type, holds, distance),
            Actual = actual,
            Required = required,
            Shortfall = holds || type == ExpressionType.NotEqual ? null : ValueDistance.Magnitude(distance),
        };
    }

    private static ExpressionType Mirrored(ExpressionType type) => type switch
    {
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        _ => type,
    };

    private bool ReadsRow(Expression e)
    {
        var finder = new RowFinder(options);
        finder.Visit(e);
        return finder.Found;
    }

    // Enums are compared as numbers in expression trees; people want their names.
    private object? Value(Expression e, Expression other)
    {
        var bare = ExpressionTrees.StripConversions(e);
        var value = evaluator.Evaluate(bare);
        var type = ExpressionTrees.StripConversions(other).Type;
        var named = Nullable.GetUnderlyingType(type) ?? type;
        return named.IsEnum && value is not null && !value.GetType().IsEnum ? Enum.ToObject(named, value) : value;
    }

    private string Name(Expression e)
    {
        var bare = ExpressionTrees.StripConversions(e);
        var root = bare;
        while (root is MemberExpression { Expression: { } inner }) root = inner;
        return root is ParameterExpression parameter ? SymbolText.PathFrom(bare, parameter) ?? ExpressionText.Of(bare) : ExpressionText.Of(bare);
    }

    private string Bound(Expression e, object? value)
    {
        var bare = ExpressionTrees.StripConversions(e);
        return bare is ConstantExpression ? ValueText.Of(value) : $"{Name(e)} ({ValueText.Of(value)})";
    }

    private sealed class RowFinder(ParameterExpression options) : ExpressionVisitor
    {
        internal bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node != options;
            return node;
        }
    }
}
