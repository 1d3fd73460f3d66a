using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Writes the expressions over a pane in terms of its key, bounds and aggregate states.</summary>
internal sealed class PaneBinder(ParameterExpression pane, KeyShape shape, PaneSlots slots, Expression key, Expression columns, Expression start, Expression end, Expression fold, Expression state)
    : RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [pane] = Pane(shape, key, columns, start, end) })
{
    protected override Expression VisitMethodCall(MethodCallExpression node) => slots.ResultOf(node, fold, state) ?? base.VisitMethodCall(node);

    private static RowBinding Pane(KeyShape shape, Expression key, Expression columns, Expression start, Expression end)
    {
        var members = new Dictionary<string, RowBinding>
        {
            [nameof(Pane<>.Start)] = RowBinding.Of(Instant(start)),
            [nameof(Pane<>.End)] = RowBinding.Of(Instant(end)),
            [nameof(Pane<>.Duration)] = RowBinding.Of(Expression.Call(typeof(TimeSpan), nameof(TimeSpan.FromTicks), null, Expression.Subtract(end, start))),
        };
        if (shape.Parts.Count > 0) members.Add(nameof(Pane<,>.Key), shape.Bind(key, columns));
        return RowBinding.Of(() => throw new NotSupportedException("The pane itself can't leave its query."), members);
    }

    private static MethodCallExpression Instant(Expression ticks) => Expression.Call(typeof(EventTime), nameof(EventTime.Instant), null, ticks);
}
