namespace DetectionKit;

/// <summary>Percentile in query expressions.</summary>
public static class PanePercentile
{
    /// <summary>A percentile, interpolated linearly; of no values NaN.</summary>
    /// <param name="pane">The pane.</param>
    /// <param name="of">The values.</param>
    /// <param name="p">The fraction, 0 to 1: 0.5 is the median.</param>
    [Aggregate(typeof(PercentileAggregate))]
    public static double Percentile<T>(this Pane<T> pane, Func<T, double> of, double p) => throw Unsupported.OutsideExpression();

    /// <summary>A percentile of the values that are not null, interpolated linearly; of no values NaN.</summary>
    /// <param name="pane">The pane.</param>
    /// <param name="of">The values.</param>
    /// <param name="p">The fraction, 0 to 1: 0.5 is the median.</param>
    [Aggregate(typeof(PercentileAggregate))]
    public static double Percentile<T>(this Pane<T> pane, Func<T, double?> of, double p) => throw Unsupported.OutsideExpression();
}
