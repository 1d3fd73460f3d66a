namespace DetectionKit;

/// <summary>Last in query expressions.</summary>
public static class PaneLast
{
    /// <summary>The value of the pane's latest event (null if that is what it holds); of no events <c>default</c>.</summary>
    [Aggregate(typeof(LastAggregate<>))]
    public static TValue Last<T, TValue>(this Pane<T> pane, Func<T, TValue> of) => throw Unsupported.OutsideExpression();
}
