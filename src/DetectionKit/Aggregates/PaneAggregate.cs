namespace DetectionKit;

/// <summary>The open door for a user's own aggregate.</summary>
public static class PaneAggregate
{
    /// <summary>Any aggregate, without an extension method of its own: <c>w.Aggregate(new Skew(), c => c.Interval)</c>.</summary>
    /// <param name="pane">The pane.</param>
    /// <param name="aggregate">The aggregate, made anew for each run: <c>new Skew(o.Bins)</c>.</param>
    /// <param name="of">The values.</param>
    public static TResult Aggregate<T, TValue, TState, TResult>(this Pane<T> pane, IAggregate<TValue, TState, TResult> aggregate, Func<T, TValue> of)
        where TState : struct => throw Unsupported.OutsideExpression();
}
