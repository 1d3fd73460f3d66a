using DetectionKit.Engine;
using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>Where a plan has boundaries in time that nothing in it reaches across.</summary>
internal static class WindowBoundaries
{
    /// <summary>A span of which every multiple since the epoch is such a boundary; null when the plan has none.</summary>
    internal static long? StepOf<TEvent, TOptions>(DetectionPlan plan, TOptions options)
    {
        // One way from one source through one window: any other stage with memory may look across a boundary, and where ways meet the watermark depends on all of them.
        if (BeforeStateless(plan.Root) is not AggregateNode aggregate || BeforeStateless(aggregate.Inputs[0]) is not SourceNode source || source.RowType != typeof(TEvent)) return null;
        return WindowCode.Of(plan, aggregate, options).BoundaryStep is { } step ? Math.Min(step.Ticks, DateTimeOffset.MaxValue.Ticks) : null;
    }

    private static PlanNode BeforeStateless(PlanNode node) => node is WhereNode or SelectNode or TierNode ? BeforeStateless(node.Inputs[0]) : node;
}
