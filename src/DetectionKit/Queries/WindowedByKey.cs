using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Groups cut into windows. Give it an aggregate next.</summary>
public sealed class Windowed<TKey, T>
{
    private readonly PlanNode _input;
    private readonly LambdaExpression _key;
    private readonly LambdaExpression _window;

    internal Windowed(PlanNode input, LambdaExpression key, LambdaExpression window)
    {
        _input = input;
        _key = key;
        _window = window;
    }

    /// <summary>One row a group and window.</summary>
    /// <param name="result">What the row holds: <c>w => new { w.Key, Connections = w.Count(), Ports = w.CountDistinct(c => c.RemotePort) }</c>.</param>
    public DetectionQuery<TResult> Aggregate<TResult>(Expression<Func<Pane<TKey, T>, TResult>> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return DetectionQuery<TResult>.Over(new AggregateNode(_input, _key, _window, [], result));
    }
}
