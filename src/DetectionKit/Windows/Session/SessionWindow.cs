using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>
/// A window that lasts as long as events follow one another in less than the gap: [first event, last event + gap), and at most the longest length: an event
/// that far behind the first one starts the next session.
/// </summary>
public sealed record SessionWindow : WindowSpec
{
    /// <summary>Makes the window.</summary>
    /// <param name="gap">The silence that ends a session, above zero.</param>
    /// <param name="maxLength">The longest length, above zero. It bounds the state of a key that is never silent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gap or the length is not above zero.</exception>
    public SessionWindow(TimeSpan gap, TimeSpan maxLength)
    {
        Gap = Positive(gap);
        MaxLength = Positive(maxLength);
    }

    /// <summary>The silence that ends a session.</summary>
    public TimeSpan Gap { get; }

    /// <summary>The longest length.</summary>
    public TimeSpan MaxLength { get; }

    internal override WindowOperator<TKey, TInput, TState, TFold> CreateOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes) =>
        new SessionWindowOperator<TKey, TInput, TState, TFold>(panes, this) { Lateness = panes.Lateness };
}
