namespace DetectionKit;

/// <summary>Max in query expressions.</summary>
public static class PaneMax
{
    /// <summary>The greatest value in the pane; text compares ordinal. Null counts as nothing; of no values it is <c>default</c>: select a nullable where that must be told apart.</summary>
    [Aggregate(typeof(MaxAggregate<>))]
    public static TValue Max<T, TValue>(this Pane<T> pane, Func<T, TValue> of) => throw Unsupported.OutsideExpression();
}
