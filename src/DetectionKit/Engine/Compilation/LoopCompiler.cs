using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Compiles a loop over a batch.</summary>
internal static class LoopCompiler
{
    /// <summary>A loop from the batch's current row to its end. The current row is kept in the batch, so that a row that throws is known.</summary>
    /// <param name="rows">The parameter that holds the batch.</param>
    /// <param name="layout">How the batch holds its rows.</param>
    /// <param name="skipSetAside">Whether rows that were set aside are passed over.</param>
    /// <param name="body">Makes the code for one row.</param>
    internal static Expression Loop<T>(ParameterExpression rows, BatchLayout layout, bool skipSetAside, Func<RowBinding, Expression> body)
    {
        var index = Expression.Variable(typeof(int), "i");
        var count = Expression.Variable(typeof(int), "count");
        var times = Expression.Variable(typeof(long[]), "times");
        var done = Expression.Label();
        var locals = new List<ParameterExpression> { index, count, times };
        var code = new List<Expression>
        {
            Expression.Assign(index, Expression.Field(rows, nameof(Rows.Row))),
            Expression.Assign(count, Expression.Field(rows, nameof(Rows.Count))),
            Expression.Assign(times, Expression.Field(rows, nameof(Rows.Times))),
        };
        var row = layout.IsArray ? Items<T>(rows, index, locals, code) : Columns<T>(rows, index, layout, locals, code);
        var step = body(row.Binding);
        if (row.Load is not null) step = Expression.Block(row.Load, step);
        if (skipSetAside) step = Expression.IfThen(Expression.NotEqual(Expression.ArrayAccess(times, index), Expression.Constant(Rows.SetAside)), step);
        code.Add(Expression.Loop(
            Expression.IfThenElse(
                Expression.LessThan(index, count),
                Expression.Block(Expression.Assign(Expression.Field(rows, nameof(Rows.Row)), index), step, Expression.PreIncrementAssign(index)),
                Expression.Break(done)),
            done));
        return Expression.Block(typeof(void), locals, code);
    }

    private static (RowBinding Binding, Expression? Load) Items<T>(Expression rows, Expression index, List<ParameterExpression> locals, List<Expression> code)
    {
        var items = Expression.Variable(typeof(T[]), "items");
        var item = Expression.Variable(typeof(T), "e");
        var start = Expression.Variable(typeof(int), "start");
        locals.AddRange([items, item, start]);
        code.Add(Expression.Assign(items, Expression.Field(rows, nameof(Rows<>.Items))));
        code.Add(Expression.Assign(start, Expression.Field(rows, nameof(Rows<>.Start))));
        return (RowBinding.Of(item), Expression.Assign(item, Expression.ArrayIndex(items, Expression.Add(start, index))));
    }

    private static (RowBinding Binding, Expression? Load) Columns<T>(Expression rows, Expression index, BatchLayout layout, List<ParameterExpression> locals, List<Expression> code)
    {
        var batch = Expression.Property(rows, nameof(Rows<>.Batch));
        var members = new Dictionary<string, RowBinding>();
        foreach (var name in layout.Columns)
        {
            var type = Expression.PropertyOrField(Expression.Parameter(typeof(T)), name).Type;
            var column = Expression.Variable(type.MakeArrayType(), name);
            locals.Add(column);
            code.Add(Expression.Assign(column, Expression.Call(batch, nameof(EventBatch<>.Column), [type], Expression.Constant(name))));
            members.Add(name, RowBinding.Of(Expression.ArrayIndex(column, index)));
        }

        return (RowBinding.Of(() => Expression.Call(batch, nameof(EventBatch<>.Materialise), null, index), members), null);
    }
}
