using System.Runtime.CompilerServices;
using DetectionKit.Engine;

namespace DetectionKit;

/// <summary>A kind of window with its lengths. Each kind is a folder under <c>Windows</c>: the record, its word in query expressions, and its operator.</summary>
public abstract record WindowSpec
{
    private protected WindowSpec()
    {
    }

    /// <summary>Whether there is a window at every event, and a row an episode only.</summary>
    internal virtual bool IsAtEveryEvent => false;

    /// <summary>A span of which every multiple since the epoch is a boundary that no window crosses; null when windows overlap or follow the events.</summary>
    internal virtual TimeSpan? BoundaryStep => null;

    internal abstract WindowOperator<TKey, TInput, TState, TFold> CreateOperator<TKey, TInput, TState, TFold>(PaneContext<TKey, TInput, TState, TFold> panes)
        where TKey : struct, IGroupKey<TKey>
        where TState : struct
        where TFold : struct, IFold<TInput, TState>;

    private protected static TimeSpan Positive(TimeSpan length, [CallerArgumentExpression(nameof(length))] string name = "")
    {
        if (length <= TimeSpan.Zero) throw new ArgumentOutOfRangeException(name, length, $"A window's {name} must be above zero.");
        return length;
    }
}
