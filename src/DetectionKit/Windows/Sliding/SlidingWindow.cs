using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>
/// A window (t - size, t] at every event. It alerts once an episode: at the first event of a run of events whose windows all satisfy the query.
/// </summary>
public sealed record SlidingWindow : WindowSpec
{
    /// <summary>Makes the window.</summary>
    /// <param name="size">The size, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above zero.</exception>
    public SlidingWindow(TimeSpan size) => Size = Positive(size);

    /// <summary>The size.</summary>
    public TimeSpan Size { get; }

    internal override bool IsAtEveryEvent => true;

    internal override WindowOperator<TKey, TInput, TState, TFold> CreateOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes) =>
        new SlidingWindowOperator<TKey, TInput, TState, TFold>(panes, this) { Lateness = panes.Lateness };
}
