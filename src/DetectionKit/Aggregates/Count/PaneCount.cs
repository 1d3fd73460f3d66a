namespace DetectionKit;

/// <summary>Count in query expressions.</summary>
public static class PaneCount
{
    /// <summary>The number of events in the pane.</summary>
    [Aggregate(typeof(CountAggregate))]
    public static int Count<T>(this Pane<T> pane) => throw Unsupported.OutsideExpression();
}
