using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>Windows of one size, side by side, aligned to the UTC epoch: [start, start + size).</summary>
public sealed record TumblingWindow : WindowSpec
{
    /// <summary>Makes the window.</summary>
    /// <param name="size">The size, above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not above zero.</exception>
    public TumblingWindow(TimeSpan size) => Size = Positive(size);

    /// <summary>The size.</summary>
    public TimeSpan Size { get; }

    internal override TimeSpan? BoundaryStep => Size;

    internal override WindowOperator<TKey, TInput, TState, TFold> CreateOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes) =>
        new AlignedWindowOperator<TKey, TInput, TState, TFold>(panes, Size, Size) { Lateness = panes.Lateness };
}
