namespace DetectionKit;

/// <summary>First in query expressions.</summary>
public static class PaneFirst
{
    /// <summary>The value of the pane's earliest event (null if that is what it holds); of no events <c>default</c>.</summary>
    [Aggregate(typeof(FirstAggregate<>))]
    public static TValue First<T, TValue>(this Pane<T> pane, Func<T, TValue> of) => throw Unsupported.OutsideExpression();
}
