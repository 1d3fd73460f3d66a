namespace DetectionKit;

/// <summary>Sum in query expressions. Null counts as nothing; of no values the sum is 0.</summary>
public static class PaneSum
{
    /// <summary>The sum of integers.</summary>
    [Aggregate(typeof(SumOfIntegersAggregate))]
    public static long Sum<T>(this Pane<T> pane, Func<T, int> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of integers.</summary>
    [Aggregate(typeof(SumOfIntegersAggregate))]
    public static long Sum<T>(this Pane<T> pane, Func<T, int?> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of integers.</summary>
    [Aggregate(typeof(SumOfIntegersAggregate))]
    public static long Sum<T>(this Pane<T> pane, Func<T, long> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of integers.</summary>
    [Aggregate(typeof(SumOfIntegersAggregate))]
    public static long Sum<T>(this Pane<T> pane, Func<T, long?> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of real numbers, exact and rounded once.</summary>
    [Aggregate(typeof(SumOfRealsAggregate))]
    public static double Sum<T>(this Pane<T> pane, Func<T, double> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of real numbers, exact and rounded once.</summary>
    [Aggregate(typeof(SumOfRealsAggregate))]
    public static double Sum<T>(this Pane<T> pane, Func<T, double?> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of decimals.</summary>
    [Aggregate(typeof(SumOfDecimalsAggregate))]
    public static decimal Sum<T>(this Pane<T> pane, Func<T, decimal> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sum of decimals.</summary>
    [Aggregate(typeof(SumOfDecimalsAggregate))]
    public static decimal Sum<T>(this Pane<T> pane, Func<T, decimal?> of) => throw Unsupported.OutsideExpression();
}
