using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>All rows, cut into windows without a key. Give it an aggregate next.</summary>
public sealed class Windowed<T>
{
    private readonly PlanNode _input;
    private readonly LambdaExpression _window;

    internal Windowed(PlanNode input, LambdaExpression window)
    {
        _input = input;
        _window = window;
    }

    /// <summary>One row a window.</summary>
    /// <param name="result">What the row holds: <c>w => new { w.Start, Failures = w.Where(l => !l.Success).Count() }</c>.</param>
    public DetectionQuery<TResult> Aggregate<TResult>(Expression<Func<Pane<T>, TResult>> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return DetectionQuery<TResult>.Over(new AggregateNode(_input, null, _window, [], result));
    }

    /// <summary>Query syntax: <c>from w in events.Window(x => x.Tumbling(o.Window)) select …</c>.</summary>
    public DetectionQuery<TResult> Select<TResult>(Expression<Func<Pane<T>, TResult>> result) => Aggregate(result);

    /// <summary>Query syntax: <c>from w in events.Window(…) where w.Count() >= o.Min select …</c>.</summary>
    public DetectionQuery<Pane<T>> Where(Expression<Func<Pane<T>, bool>> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        Expression<Func<Pane<T>, Pane<T>>> pane = w => w;
        return Aggregate(pane).Where(predicate);
    }
}
