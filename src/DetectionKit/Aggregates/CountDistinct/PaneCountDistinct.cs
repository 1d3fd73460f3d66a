namespace DetectionKit;

/// <summary>CountDistinct in query expressions.</summary>
public static class PaneCountDistinct
{
    /// <summary>The exact number of distinct values in the pane. Null is no value; text compares ordinal, addresses by value.</summary>
    [Aggregate(typeof(CountDistinctAggregate<>))]
    public static int CountDistinct<T, TValue>(this Pane<T> pane, Func<T, TValue> of) => throw Unsupported.OutsideExpression();
}
