using System.Linq.Expressions;

namespace DetectionKit.Tests.Interpretation;

/// <summary>An expression over a pane as a function of its rows, key and bounds.</summary>
internal sealed class PaneFunction
{
    private readonly List<AggregateCall> _calls = [];
    private readonly Delegate _code;

    internal PaneFunction(LambdaExpression lambda)
    {
        var options = lambda.Parameters[1];
        var (results, key, start, end) = (Expression.Parameter(typeof(object[])), Expression.Parameter(typeof(object)), Expression.Parameter(typeof(long)), Expression.Parameter(typeof(long)));
        var body = new Writer(this, lambda.Parameters[0], options, results, key, start, end).Visit(lambda.Body);
        _code = Expression.Lambda(Expression.Convert(body, typeof(object)), results, key, start, end, options).Compile();
    }

    internal object? Evaluate(IReadOnlyList<Row> pane, object? key, long start, long end, object options) =>
        _code.DynamicInvoke(_calls.Select(call => call.Evaluate(pane, options)).ToArray(), key, start, end, options);

    private sealed class Writer(PaneFunction function, ParameterExpression pane, ParameterExpression options, Expression results, Expression key, Expression start, Expression end) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (!node.Method.IsDefined(typeof(AggregateAttribute), false) && node.Method.DeclaringType != typeof(PaneAggregate)) return base.VisitMethodCall(node);
            function._calls.Add(new(node, options));
            return Expression.Convert(Expression.ArrayIndex(results, Expression.Constant(function._calls.Count - 1)), node.Type);
        }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != pane) return base.VisitMember(node);
            return node.Member.Name switch
            {
                "Key" => Expression.Convert(key, node.Type),
                "Start" => Instant(start),
                "End" => Instant(end),
                "Duration" => Expression.Call(typeof(TimeSpan), "FromTicks", null, Expression.Subtract(end, start)),
                var other => throw new NotSupportedException(other),
            };
        }

        private static NewExpression Instant(Expression ticks) => Expression.New(typeof(DateTimeOffset).GetConstructor([typeof(long), typeof(TimeSpan)])!, ticks, Expression.Default(typeof(TimeSpan)));
    }
}
