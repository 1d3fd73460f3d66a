using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Writes the expressions over a pane in terms of the values that they read of it, which it collects.</summary>
internal sealed class ThresholdBinder(LambdaExpression lambda, KeyShape shape, PaneSlots slots, ThresholdCompiler compiler)
    : RowRewriter(new Dictionary<ParameterExpression, RowBinding> { [lambda.Parameters[0]] = compiler.Collected(Pane(lambda, shape, slots, compiler), "") })
{
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        slots.ResultOf(node, compiler.Fold, compiler.State) is { } result ? compiler.Collect(result, compiler.NameOf(node)) : base.VisitMethodCall(node);

    private static RowBinding Pane(LambdaExpression lambda, KeyShape shape, PaneSlots slots, ThresholdCompiler compiler) =>
        new PaneBinder(lambda.Parameters[0], shape, slots, compiler.Key, compiler.Columns, compiler.Start, compiler.End, compiler.Fold, compiler.State).Resolve(lambda.Parameters[0])!;
}
