namespace DetectionKit;

/// <summary>
/// The rows of one window, as a symbol inside an aggregate's expression: read its members and call aggregates on it. It is no sequence.
/// A new aggregate is an extension method on it marked <see cref="AggregateAttribute"/>.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public class Pane<T>
{
    private protected Pane()
    {
    }

    /// <summary>Where the window starts (a sliding window's start is exclusive).</summary>
    public DateTimeOffset Start => throw Unsupported.OutsideExpression();

    /// <summary>Where the window ends, exclusive (a sliding window's end is inclusive: its newest event).</summary>
    public DateTimeOffset End => throw Unsupported.OutsideExpression();

    /// <summary>End less start.</summary>
    public TimeSpan Duration => throw Unsupported.OutsideExpression();

    /// <summary>The part of the pane that satisfies <paramref name="predicate"/>: <c>w.Where(l => !l.Success).Count()</c>.</summary>
    public Pane<T> Where(Func<T, bool> predicate) => throw Unsupported.OutsideExpression();
}
