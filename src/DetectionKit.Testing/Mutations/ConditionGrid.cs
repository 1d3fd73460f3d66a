using System.Linq.Expressions;
using DetectionKit.Testing.Events;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Mutations;

/// <summary>Conditions over numbers and over whatever else is true or false, and the points at which to ask them.</summary>
internal sealed class ConditionGrid
{
    private readonly Dictionary<string, (SortedSet<double> Bounds, Expression Number)> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _truths = new(StringComparer.Ordinal);

    /// <summary>Whether all conditions hold at a point.</summary>
    internal Func<IReadOnlyDictionary<string, double>, bool> All(IEnumerable<Expression> conditions)
    {
        var all = conditions.Select(Read).ToList();
        return point => all.TrueForAll(condition => condition(point));
    }

    /// <summary>Whether a condition holds at a point. A number compared with a constant is looked at; all else is true or false as it likes.</summary>
    internal Func<IReadOnlyDictionary<string, double>, bool> Read(Expression condition)
    {
        if (Constants.TryEvaluate(condition, out var known) && known is bool constant) return _ => constant;
        switch (condition)
        {
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                var negated = Read(not.Operand);
                return point => !negated(point);
            case BinaryExpression { NodeType: ExpressionType.AndAlso } both:
                var (left, right) = (Read(both.Left), Read(both.Right));
                return point => left(point) && right(point);
            case BinaryExpression { NodeType: ExpressionType.OrElse } either:
                var (one, other) = (Read(either.Left), Read(either.Right));
                return point => one(point) || other(point);
            case BinaryExpression comparison when Compared(comparison) is { } compared:
                return compared;
            default:
                var name = condition.ToString();
                _truths.Add(name);
                return point => point[name] != 0;
        }
    }

    /// <summary>Every point that differs from the others in what a condition can tell; null where they are too many.</summary>
    internal IEnumerable<IReadOnlyDictionary<string, double>>? Points(int most)
    {
        // A pane may have more rows than any bound on its distinct values.
        if (_numbers.GetValueOrDefault(CountOfRows ?? "") is { Bounds: { } rows })
        {
            foreach (var (bounds, number) in _numbers.Values.Where(n => IsCountDistinct(n.Number))) rows.UnionWith(bounds);
        }

        var axes = _numbers.Select(number => (number.Key, Values: Values(number.Value.Bounds, number.Value.Number)))
            .Concat(_truths.Select(truth => (Key: truth, Values: (IReadOnlyList<double>)[0, 1]))).ToList();
        if (axes.Aggregate(1.0, (product, axis) => product * axis.Values.Count) > most) return null;
        IEnumerable<Dictionary<string, double>> points = [new(StringComparer.Ordinal)];
        foreach (var (key, values) in axes) points = points.SelectMany(point => values.Select(value => new Dictionary<string, double>(point, StringComparer.Ordinal) { [key] = value }));
        return points.Where(IsPossible);
    }

    private Func<IReadOnlyDictionary<string, double>, bool>? Compared(BinaryExpression comparison)
    {
        var (number, bound, operation) = (comparison.Left, comparison.Right, comparison.NodeType);
        if (!Constants.TryEvaluate(bound, out var value)) (number, bound, operation) = (bound, number, Mirrored(operation));
        if ((value is null && !Constants.TryEvaluate(bound, out value)) || value is null || !SampleValue.IsNumber(value.GetType()) || Nullable.GetUnderlyingType(number.Type) is not null) return null;
        while (number is UnaryExpression { NodeType: ExpressionType.Convert } conversion && SampleValue.IsNumber(conversion.Operand.Type)) number = conversion.Operand;
        var (name, limit) = (number.ToString(), SampleValue.ToNumber(value));
        if (!_numbers.TryGetValue(name, out var known)) _numbers.Add(name, known = ([], number));
        known.Bounds.Add(limit);
        return operation switch
        {
            ExpressionType.GreaterThanOrEqual => point => point[name] >= limit,
            ExpressionType.GreaterThan => point => point[name] > limit,
            ExpressionType.LessThanOrEqual => point => point[name] <= limit,
            ExpressionType.LessThan => point => point[name] < limit,
            ExpressionType.Equal => point => point[name] == limit,
            ExpressionType.NotEqual => point => point[name] != limit,
            _ => null,
        };
    }

    // Of whole numbers the neighbours of a bound are all that lies beside it; of others, the middle to the next bound stands for what lies between; what is no number meets no comparison.
    private static IReadOnlyList<double> Values(SortedSet<double> bounds, Expression number)
    {
        var all = bounds.ToList();
        var isWhole = Type.GetTypeCode(number.Type) is >= TypeCode.SByte and <= TypeCode.UInt64;
        var values = isWhole
            ? all.SelectMany(bound => new[] { Math.Floor(bound) - 1, Math.Floor(bound), Math.Floor(bound) + 1 })
            : all.Concat(all.Zip(all.Skip(1), (low, high) => (low + high) / 2)).Append(all[0] - 1).Append(all[^1] + 1).Append(double.NaN);
        return [.. values.Where(value => !(value < LeastOf(number))).Distinct()];
    }

    private static double LeastOf(Expression number) => number switch
    {
        MethodCallExpression { Method.Name: "Count" } call when call.Arguments[0] is ParameterExpression => 1,
        MethodCallExpression { Method.Name: "CountDistinct" } call when call.Arguments is [ParameterExpression, LambdaExpression { ReturnType: { IsValueType: true } of }] && Nullable.GetUnderlyingType(of) is null => 1,
        MethodCallExpression { Method.Name: "Count" or "CountDistinct" } => 0,
        MemberExpression { Member.Name: "Length" or "Count" } => 0,
        _ => double.MinValue,
    };

    // A pane has no more distinct values than rows.
    private bool IsPossible(Dictionary<string, double> point)
    {
        var count = CountOfRows;
        return count is null || _numbers.All(n => !IsCountDistinct(n.Value.Number) || point[n.Key] <= point[count]);
    }

    private string? CountOfRows => _numbers.FirstOrDefault(n => n.Value.Number is MethodCallExpression { Method.Name: "Count" } call && call.Arguments[0] is ParameterExpression).Key;

    private static bool IsCountDistinct(Expression number) => number is MethodCallExpression { Method.Name: "CountDistinct" };

    private static ExpressionType Mirrored(ExpressionType operation) => operation switch
    {
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThan => ExpressionType.LessThan,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
        ExpressionType.LessThan => ExpressionType.GreaterThan,
        _ => operation,
    };
}
