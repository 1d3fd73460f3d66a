using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>A window: the key of a row and what the row adds to the aggregates go to the columns of a block, which the window takes at once.</summary>
internal sealed class WindowTarget(Operator stage, KeyShape key, PaneSlots slots) : EdgeTarget(stage, "key and aggregate")
{
    // Stryker disable String : the names of variables are for those who read the code that is made
    internal override Expression Accept(Expression target, Expression rows, RowBinding row, Expression index, Expression tier, LoopLocals locals)
    {
        var block = locals.Add("block", Expression.Field(target, nameof(WindowOperator<,,,>.Block)));
        var columns = Expression.Field(block, nameof(KeyedBlock<,>.Columns));
        var count = locals.Add("count", Expression.Field(block, nameof(KeyedBlock<,>.Count)));
        var code = new List<Expression>();

        // Everything that may throw comes before the row is counted in.
        foreach (var (value, part, member) in key.Values(row).Zip(key.DictionaryMembers(row)).Select((value, part) => (value.First, part, value.Second)))
        {
            var column = locals.Add("column", key.Column(columns, part));
            if (member is not null)
            {
                var coded = Expression.Convert(column, typeof(IDictionaryCodes<>).MakeGenericType(member.Value.Type));
                var indices = locals.Add("indices", Expression.Call(coded, nameof(IDictionaryCodes<>.IndicesOf), null, member.Dictionary));
                code.Add(Expression.Assign(Expression.ArrayAccess(indices, count), member.Index));
                continue;
            }

            var byTheBlock = key.Parts[part].IsEncodedByTheBlock;
            var items = locals.Add("items", Expression.Field(column, byTheBlock ? nameof(KeyColumn<,>.Values) : nameof(KeyColumn<>.Codes)));
            code.Add(Expression.Assign(Expression.ArrayAccess(items, count), byTheBlock ? value : Expression.Call(column, nameof(KeyColumn<,>.CodeOf), null, value)));
        }

        code.Add(Expression.Assign(Expression.ArrayAccess(locals.Add("inputs", Expression.Field(block, nameof(KeyedBlock<,>.Inputs))), count), slots.MakeInput(row)));
        code.Add(Expression.Assign(Expression.ArrayAccess(locals.Add("selected", Expression.Field(block, nameof(KeyedBlock<,>.Selected))), count), index));
        code.Add(Expression.Assign(Expression.Field(block, nameof(KeyedBlock<,>.Count)), Expression.PreIncrementAssign(count)));
        return Expression.Block(typeof(void), code);
    }
}
