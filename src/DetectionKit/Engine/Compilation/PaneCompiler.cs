using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>Makes the row of a pane under given options.</summary>
internal delegate bool PaneCode<TKey, TState, TFold, TRow, TOptions>(ref TKey key, KeyColumn[] columns, ref TState state, ref TFold fold, long start, long end, TOptions options, out TRow row, out AlertTier? tier);

/// <summary>Compiles what happens when a pane closes: results, having, the row, and the stateless stages up to the next stage with state, as one piece of code.</summary>
internal static class PaneCompiler
{
    // Stryker disable String : the names of variables are for those who read the code that is made
    internal static Expression<PaneCode<TKey, TState, TFold, TRow, TOptions>> Compile<TKey, TState, TFold, TRow, TOptions>(
        AggregateNode node, PlanNode[] chain, KeyShape shape, PaneSlots slots, ParameterExpression options)
    {
        var key = Expression.Parameter(typeof(TKey).MakeByRefType(), "key");
        var columns = Expression.Parameter(typeof(KeyColumn[]), "columns");
        var state = Expression.Parameter(typeof(TState).MakeByRefType(), "state");
        var fold = Expression.Parameter(typeof(TFold).MakeByRefType(), "fold");
        var start = Expression.Parameter(typeof(long), "start");
        var end = Expression.Parameter(typeof(long), "end");
        var row = Expression.Parameter(typeof(TRow).MakeByRefType(), "row");
        var tier = Expression.Parameter(typeof(AlertTier).MakeByRefType(), "tier");
        var passed = Expression.Variable(typeof(bool), "passed");

        PaneBinder Binder(LambdaExpression lambda) => new(lambda.Parameters[0], shape, slots, key, columns, start, end, fold, state);
        Expression Take(RowBinding made, Expression reached) => Expression.Block(
            Expression.Assign(row, made.Whole), Expression.Assign(tier, reached), Expression.Assign(passed, Expression.Constant(true)));

        var result = node.Result.Lambda;
        var code = ChainCompiler.Project(result, Binder(result), made => ChainCompiler.Compile(made, ChainCompiler.NoTier, chain, Take));
        foreach (var having in node.Having.Reverse()) code = Expression.IfThen(Binder(having.Lambda).Visit(having.Lambda.Body), code);
        var body = Expression.Block(
            [passed],
            Expression.Assign(row, Expression.Default(typeof(TRow))),
            Expression.Assign(tier, ChainCompiler.NoTier),
            Expression.Assign(passed, Expression.Constant(false)),
            code,
            passed);
        return Expression.Lambda<PaneCode<TKey, TState, TFold, TRow, TOptions>>(body, key, columns, state, fold, start, end, options, row, tier);
    }
}
