namespace DetectionKit;

/// <summary>StandardDeviation in query expressions.</summary>
public static class PaneStandardDeviation
{
    /// <summary>The sample standard deviation (divisor n - 1); of fewer than two values NaN.</summary>
    [Aggregate(typeof(StandardDeviationAggregate))]
    public static double StandardDeviation<T>(this Pane<T> pane, Func<T, double> of) => throw Unsupported.OutsideExpression();

    /// <summary>The sample standard deviation (divisor n - 1) of the values that are not null; of fewer than two NaN.</summary>
    [Aggregate(typeof(StandardDeviationAggregate))]
    public static double StandardDeviation<T>(this Pane<T> pane, Func<T, double?> of) => throw Unsupported.OutsideExpression();
}
