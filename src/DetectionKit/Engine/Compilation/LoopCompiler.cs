using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Engine;

/// <summary>Compiles a loop over a batch.</summary>
internal static class LoopCompiler
{
    // Stryker disable String : the names of variables are for those who read the code that is made
    /// <summary>A loop from the batch's current row to the end of the block. The current row is kept in the batch, so that a row that throws is known.</summary>
    /// <param name="rows">The parameter that holds the batch.</param>
    /// <param name="layout">How the batch holds its rows.</param>
    /// <param name="skipSetAside">Whether rows that were set aside are passed over.</param>
    /// <param name="body">Makes the code for one row, given the row, its number, and a place for what is read once.</param>
    internal static Expression Loop<T>(ParameterExpression rows, BatchLayout layout, bool skipSetAside, Func<RowBinding, Expression, LoopLocals, Expression> body)
    {
        var locals = new LoopLocals();
        var index = locals.Add("i", Expression.Field(rows, nameof(Rows.Row)));
        var until = locals.Add("until", Expression.Field(rows, nameof(Rows.Until)));
        var times = locals.Add("times", Expression.Field(rows, nameof(Rows.Times)));
        var (row, load) = layout.IsArray ? Items<T>(rows, index, locals) : (Columns<T>(rows, index, layout, locals), null);
        var step = body(row, index, locals);
        if (load is not null) step = Expression.Block([load.Value.Item], load.Value.Code, step);
        if (skipSetAside) step = Expression.IfThen(Expression.NotEqual(Expression.ArrayAccess(times, index), Expression.Constant(Rows.SetAside)), step);
        var loop = Counted(index, until, Expression.Block(Expression.Assign(Expression.Field(rows, nameof(Rows.Row)), index), step));
        return Expression.Block(typeof(void), locals.Variables, [.. locals.Code, loop, Expression.Assign(Expression.Field(rows, nameof(Rows.Row)), index)]);
    }

    /// <summary>A loop over numbers, from what <paramref name="index"/> is to <paramref name="until"/>, which is no more part of it.</summary>
    internal static LoopExpression Counted(ParameterExpression index, Expression until, Expression step)
    {
        var done = Expression.Label();
        return Expression.Loop(Expression.IfThenElse(Expression.LessThan(index, until), Expression.Block(step, Expression.PreIncrementAssign(index)), Expression.Break(done)), done);
    }

    internal static (RowBinding Binding, (ParameterExpression Item, Expression Code)? Load) Items<T>(Expression rows, Expression index, LoopLocals locals)
    {
        var items = locals.Add("items", Expression.Field(rows, nameof(Rows<>.Items)));
        var start = locals.Add("start", Expression.Field(rows, nameof(Rows<>.Start)));
        var item = Expression.Variable(typeof(T), "e");
        return (RowBinding.Of(item), (item, Expression.Assign(item, Expression.ArrayIndex(items, Expression.Add(start, index)))));
    }

    // Only the columns that are read get locals.
    private static RowBinding Columns<T>(Expression rows, Expression index, BatchLayout layout, LoopLocals locals)
    {
        var batch = Expression.Property(rows, nameof(Rows<>.Batch));
        var verdicts = Expression.Property(rows, nameof(Rows.Verdicts));
        var members = new Dictionary<string, RowBinding>();
        var filters = 0;
        return RowBinding.Of(() => Expression.Call(batch, nameof(EventBatch<>.Materialise), null, index), Member);

        RowBinding? Member(MemberInfo member)
        {
            var name = member.Name;
            if (!layout.Columns.Contains(name) || !EventMembers.Shows(typeof(T), member)) return null;
            if (members.TryGetValue(name, out var known)) return known;
            var type = ContentShape.TypeOf(member);
            return members[name] = layout.DictionaryColumns.Contains(name) ? RowBinding.Of(DictionaryMember(name, type)) : Plain(name, type);
        }

        RowBinding Plain(string name, Type type)
        {
            var column = locals.Add(name, Expression.Call(batch, nameof(EventBatch<>.Column), [type], Expression.Constant(name)));
            return RowBinding.Of(Expression.ArrayIndex(column, index));
        }

        DictionaryMember DictionaryMember(string name, Type type)
        {
            var column = locals.Add(name, Expression.Call(batch, nameof(EventBatch<>.DictionaryColumn), [type], Expression.Constant(name)));
            var dictionary = locals.Add(name + "Dictionary", Expression.Property(column, nameof(DictionaryColumn<>.Dictionary)));
            var items = locals.Add(name + "Items", Expression.Property(dictionary, nameof(ValueDictionary<>.Items)));
            var indices = locals.Add(name + "Indices", Expression.Property(column, nameof(DictionaryColumn<>.Indices)));
            return new(dictionary, items, Expression.ArrayIndex(indices, index), () => locals.Add(
                name + "Verdicts", Expression.Call(verdicts, nameof(VerdictTables.Of), [type], Expression.Constant(filters++), dictionary)));
        }
    }
}
