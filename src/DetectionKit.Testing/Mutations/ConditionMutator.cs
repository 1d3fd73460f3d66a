using System.Linq.Expressions;

namespace DetectionKit.Testing.Mutations;

/// <summary>Changes the conditions of filters and tiers: bounds, comparisons, conjuncts, and the whole.</summary>
internal static class ConditionMutator
{
    private static readonly Dictionary<ExpressionType, ExpressionType[]> s_comparisons = new()
    {
        [ExpressionType.GreaterThanOrEqual] = [ExpressionType.GreaterThan, ExpressionType.Equal, ExpressionType.LessThan],
        [ExpressionType.GreaterThan] = [ExpressionType.GreaterThanOrEqual, ExpressionType.Equal, ExpressionType.LessThanOrEqual],
        [ExpressionType.LessThanOrEqual] = [ExpressionType.LessThan, ExpressionType.Equal, ExpressionType.GreaterThan],
        [ExpressionType.LessThan] = [ExpressionType.LessThanOrEqual, ExpressionType.Equal, ExpressionType.GreaterThanOrEqual],
        [ExpressionType.Equal] = [ExpressionType.NotEqual],
        [ExpressionType.NotEqual] = [ExpressionType.Equal],
    };

    internal static IEnumerable<ExpressionChange> Of(LambdaExpression condition)
    {
        yield return new("negated", Expression.Lambda(condition.Type, Expression.Not(condition.Body), condition.Parameters));
        foreach (var node in NodeFinder.Of(condition.Body))
        {
            foreach (var (name, changed) in Changes(node, condition)) yield return new(name, NodeReplacer.Replace(condition, node, changed));
        }
    }

    private static IEnumerable<(string, Expression)> Changes(Expression node, LambdaExpression condition)
    {
        // An option that is a switch, such as whether names are compared whole.
        if (node is MemberExpression { Expression: ParameterExpression owner } option && node.Type == typeof(bool) && owner == condition.Parameters[^1] && condition.Parameters.Count > 1) yield return ($"{option.Member.Name} negated", Expression.Not(node));
        if (node is not BinaryExpression binary) yield break;
        if (binary.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse)
        {
            yield return ("part dropped", binary.Left);
            yield return ("part dropped", binary.Right);
            yield return binary.NodeType == ExpressionType.AndAlso ? ("&& to ||", Expression.OrElse(binary.Left, binary.Right)) : ("|| to &&", Expression.AndAlso(binary.Left, binary.Right));
            yield break;
        }

        if (!s_comparisons.TryGetValue(binary.NodeType, out var others) || !IsNumber(binary.Left.Type) || binary.Left.Type != binary.Right.Type) yield break;
        foreach (var other in others) yield return ($"{Sign(binary.NodeType)} to {Sign(other)}", Expression.MakeBinary(other, binary.Left, binary.Right));
        if (binary.NodeType is ExpressionType.Equal or ExpressionType.NotEqual) yield break;
        var one = Expression.Constant(Convert.ChangeType(1, binary.Right.Type, System.Globalization.CultureInfo.InvariantCulture), binary.Right.Type);
        var two = Expression.Constant(Convert.ChangeType(2, binary.Right.Type, System.Globalization.CultureInfo.InvariantCulture), binary.Right.Type);
        yield return ("bound + 1", Expression.MakeBinary(binary.NodeType, binary.Left, Expression.Add(binary.Right, one)));
        yield return ("bound - 1", Expression.MakeBinary(binary.NodeType, binary.Left, Expression.Subtract(binary.Right, one)));
        yield return ("bound × 2", Expression.MakeBinary(binary.NodeType, binary.Left, Expression.Multiply(binary.Right, two)));
        yield return ("bound ÷ 2", Expression.MakeBinary(binary.NodeType, binary.Left, Expression.Divide(binary.Right, two)));
    }

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal && !type.IsEnum;

    private static string Sign(ExpressionType type) => type switch
    {
        ExpressionType.GreaterThanOrEqual => ">=",
        ExpressionType.GreaterThan => ">",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.LessThan => "<",
        ExpressionType.Equal => "==",
        _ => "!=",
    };
}
