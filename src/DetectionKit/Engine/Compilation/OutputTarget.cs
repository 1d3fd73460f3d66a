using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>The end of a plan.</summary>
internal sealed class OutputTarget(Operator stage) : EdgeTarget(stage, "output")
{
    internal override Expression Accept(Expression target, Expression rows, RowBinding row, Expression index, Expression tier, LoopLocals locals) => Call(target, rows, row.Whole, tier);
}
