namespace DetectionKit;

/// <summary>Average in query expressions.</summary>
public static class PaneAverage
{
    /// <summary>The arithmetic mean; of no values NaN.</summary>
    [Aggregate(typeof(AverageAggregate))]
    public static double Average<T>(this Pane<T> pane, Func<T, double> of) => throw Unsupported.OutsideExpression();

    /// <summary>The arithmetic mean of the values that are not null; of no values NaN.</summary>
    [Aggregate(typeof(AverageAggregate))]
    public static double Average<T>(this Pane<T> pane, Func<T, double?> of) => throw Unsupported.OutsideExpression();
}
