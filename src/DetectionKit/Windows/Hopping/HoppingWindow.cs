using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>Windows of one size that start every hop, aligned to the UTC epoch. They overlap where the hop is shorter than the size.</summary>
public sealed record HoppingWindow : WindowSpec
{
    /// <summary>Makes the window.</summary>
    /// <param name="size">The size, above zero.</param>
    /// <param name="hop">From one start to the next, above zero. Events between windows are dropped when it is longer than the size.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size or the hop is not above zero.</exception>
    public HoppingWindow(TimeSpan size, TimeSpan hop)
    {
        Size = Positive(size);
        Hop = Positive(hop);
    }

    /// <summary>The size.</summary>
    public TimeSpan Size { get; }

    /// <summary>From one start to the next.</summary>
    public TimeSpan Hop { get; }

    internal override WindowOperator<TKey, TInput, TState, TFold> CreateOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes) =>
        new AlignedWindowOperator<TKey, TInput, TState, TFold>(panes, Size, Hop) { Lateness = panes.Lateness };
}
