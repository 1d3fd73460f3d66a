namespace DetectionKit;

/// <summary>DistinctValues in query expressions.</summary>
public static class PaneDistinctValues
{
    /// <summary>The distinct values in the pane, in order, at most <paramref name="limit"/>: where there are more, the least. Null is no value.</summary>
    /// <param name="pane">The pane.</param>
    /// <param name="of">The values.</param>
    /// <param name="limit">The most values kept, from 1.</param>
    [Aggregate(typeof(DistinctValuesAggregate<>))]
    public static IReadOnlyList<TValue> DistinctValues<T, TValue>(this Pane<T> pane, Func<T, TValue> of, int limit) => throw Unsupported.OutsideExpression();
}
