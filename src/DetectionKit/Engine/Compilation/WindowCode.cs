using System.Linq.Expressions;
using DetectionKit.Queries;

namespace DetectionKit.Engine;

/// <summary>The window of an aggregate under given options.</summary>
internal static class WindowCode
{
    internal static WindowSpec Of<TOptions>(DetectionPlan plan, AggregateNode node, TOptions options) =>
        plan.Compiled.Code(
            $"window{plan.Stages.TakeWhile(stage => stage != node).Count()}",
            () => Expression.Lambda<Func<WindowKinds?, TOptions, WindowSpec>>(node.Window.Lambda.Body, node.Window.Lambda.Parameters))(null, options);
}
