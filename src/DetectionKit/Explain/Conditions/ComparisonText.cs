using System.Linq.Expressions;

namespace DetectionKit;

/// <summary>The words of a comparison.</summary>
internal static class ComparisonText
{
    internal static string Symbol(ExpressionType type) => type switch
    {
        ExpressionType.Equal => "==",
        ExpressionType.NotEqual => "!=",
        ExpressionType.LessThan => "<",
        ExpressionType.LessThanOrEqual => "<=",
        ExpressionType.GreaterThan => ">",
        _ => ">=",
    };

    /// <summary><c>, short by 3</c>, <c>, over by 2</c>, <c>, 5 to spare</c>; nothing where there is no distance.</summary>
    internal static string Distance(ExpressionType type, bool holds, object? distance)
    {
        if (ValueDistance.Magnitude(distance) is not { } far) return "";
        var zero = ValueDistance.IsZero(far);
        var text = ValueDistance.Text(far);
        return (type, holds) switch
        {
            (ExpressionType.NotEqual, _) or (ExpressionType.Equal, true) => "",
            (ExpressionType.Equal, false) => $", off by {text}",
            (_, true) => zero ? ", just so" : $", {text} to spare",
            (ExpressionType.GreaterThan, false) when zero => ", and must be above that",
            (ExpressionType.LessThan, false) when zero => ", and must be below that",
            (ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual, false) => $", short by {text}",
            _ => $", over by {text}",
        };
    }
}
