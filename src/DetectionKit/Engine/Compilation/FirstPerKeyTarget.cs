using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Distinct or Suppress: it takes the key of a row and the row.</summary>
internal sealed class FirstPerKeyTarget(Operator stage, KeyShape key, string name) : EdgeTarget(stage, name)
{
    internal override Expression Accept(Expression target, Expression rows, RowBinding row, Expression tier) => Call(target, rows, key.Make(row), row.Whole, tier);
}
