namespace DetectionKit.Analyzers.Reasoning;

/// <summary>How a number is compared.</summary>
internal enum NumberComparison
{
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

/// <summary>Comparisons of numbers.</summary>
internal static class NumberComparisons
{
    public static bool Holds(this NumberComparison comparison, decimal left, decimal right) => comparison switch
    {
        NumberComparison.Less => left < right,
        NumberComparison.LessOrEqual => left <= right,
        NumberComparison.Equal => left == right,
        NumberComparison.NotEqual => left != right,
        NumberComparison.GreaterOrEqual => left >= right,
        _ => left > right,
    };

    /// <summary>The comparison with its sides changed.</summary>
    public static NumberComparison Flipped(this NumberComparison comparison) => comparison switch
    {
        NumberComparison.Less => NumberComparison.Greater,
        NumberComparison.LessOrEqual => NumberComparison.GreaterOrEqual,
        NumberComparison.GreaterOrEqual => NumberComparison.LessOrEqual,
        NumberComparison.Greater => NumberComparison.Less,
        _ => comparison,
    };

    /// <summary>The comparison that an operator makes; null for other operators.</summary>
    public static NumberComparison? Of(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => NumberComparison.Less,
        BinaryOperatorKind.LessThanOrEqual => NumberComparison.LessOrEqual,
        BinaryOperatorKind.Equals => NumberComparison.Equal,
        BinaryOperatorKind.NotEquals => NumberComparison.NotEqual,
        BinaryOperatorKind.GreaterThanOrEqual => NumberComparison.GreaterOrEqual,
        BinaryOperatorKind.GreaterThan => NumberComparison.Greater,
        _ => null,
    };
}
