namespace DetectionKit;

/// <summary>Min in query expressions.</summary>
public static class PaneMin
{
    /// <summary>The least value in the pane; text compares ordinal. Null counts as nothing; of no values it is <c>default</c>: select a nullable where that must be told apart.</summary>
    [Aggregate(typeof(MinAggregate<>))]
    public static TValue Min<T, TValue>(this Pane<T> pane, Func<T, TValue> of) => throw Unsupported.OutsideExpression();
}
