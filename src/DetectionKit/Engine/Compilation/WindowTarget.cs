using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>A window: it takes the key of a row and what the row adds to the aggregates.</summary>
internal sealed class WindowTarget(Operator stage, KeyShape key, PaneSlots slots) : EdgeTarget(stage, "key and aggregate")
{
    internal override Expression Accept(Expression target, Expression rows, RowBinding row, Expression tier) => Call(target, rows, key.Make(row), slots.MakeInput(row));
}
