using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>A stage that takes the key of a row and the row.</summary>
/// <param name="stage">The stage.</param>
/// <param name="columns">The shape of the stage's keys.</param>
/// <param name="key">How the key is read of a row: of the same shape.</param>
/// <param name="name">The stage in messages.</param>
/// <param name="accept">The method that takes the row.</param>
internal sealed class KeyedTarget(Operator stage, KeyShape columns, KeyShape key, string name, string accept) : EdgeTarget(stage, name)
{
    internal override Expression Accept(Expression target, Expression rows, RowBinding row, Expression index, Expression tier, LoopLocals locals)
    {
        var all = Expression.Field(target, nameof(KeyedOperator<KeyEnd>.Columns));
        var codes = key.Values(row).Select((value, part) => Expression.Call(locals.Add("column", columns.Column(all, part)), nameof(KeyColumn<,>.CodeOf), null, value));
        return CallOf(accept, target, rows, columns.Pack([.. codes]), row.Whole, tier);
    }
}
