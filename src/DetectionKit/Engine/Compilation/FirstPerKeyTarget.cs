using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Distinct or Suppress: it takes the key of a row and the row.</summary>
internal sealed class FirstPerKeyTarget(Operator stage, KeyShape key, string name) : EdgeTarget(stage, name)
{
    internal override Expression Accept(Expression target, Expression rows, RowBinding row, Expression index, Expression tier, LoopLocals locals)
    {
        var columns = Expression.Field(target, nameof(FirstPerKeyOperator<KeyEnd, int>.Columns));
        var codes = key.Values(row).Select((value, part) => Expression.Call(locals.Add("column", key.Column(columns, part)), nameof(KeyColumn<,>.CodeOf), null, value));
        return Call(target, rows, key.Pack([.. codes]), row.Whole, tier);
    }
}
