using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Rows grouped by a key. Give it a window next.</summary>
public sealed class Grouped<TKey, T>
{
    private readonly PlanNode _input;
    private readonly LambdaExpression _key;

    internal Grouped(PlanNode input, LambdaExpression key)
    {
        _input = input;
        _key = key;
    }

    /// <summary>Cuts each group into windows of event time.</summary>
    /// <param name="kind">The kind of window: <c>w => w.Tumbling(o.Window)</c>.</param>
    public Windowed<TKey, T> Window(Expression<Func<WindowKinds, WindowSpec>> kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new(_input, _key, kind);
    }

    /// <summary>Query syntax: <c>group c by … into g from w in g.Window(x => x.Tumbling(o.Window)) select …</c>.</summary>
    public DetectionQuery<TResult> SelectMany<TResult>(Expression<Func<Group<TKey, T>, Windowed<TKey, T>>> window, Expression<Func<Group<TKey, T>, Pane<TKey, T>, TResult>> result)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(result);
        return DetectionQuery<TResult>.Over(QuerySyntax.Aggregate(_input, _key, window, result));
    }

    /// <summary>Not there: an aggregate needs a window.</summary>
    [Obsolete("A group needs a window before an aggregate: .Window(w => w.Tumbling(o.Window)).Aggregate(…).", error: true)]
    public DetectionQuery<TResult> Aggregate<TResult>(Expression<Func<Pane<TKey, T>, TResult>> result) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: a group needs a window.</summary>
    [Obsolete("A group needs a window: group c by … into g from w in g.Window(x => x.Tumbling(o.Window)) select ….", error: true)]
    public DetectionQuery<TResult> Select<TResult>(Expression<Func<Group<TKey, T>, TResult>> result) => throw Unsupported.OutsideExpression();

    /// <summary>Not there: a group needs a window.</summary>
    [Obsolete("Filter events before GroupBy, or aggregated rows after Window(…).Aggregate(…).", error: true)]
    public Grouped<TKey, T> Where(Expression<Func<Group<TKey, T>, bool>> predicate) => throw Unsupported.OutsideExpression();
}
