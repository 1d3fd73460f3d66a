using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The numbers by which explanations name stages.</summary>
internal static class StageNumbers
{
    /// <summary>The number of a stage, from 1 in the order of the plan.</summary>
    internal static int NumberOf(this DetectionPlan plan, PlanNode stage)
    {
        for (var i = 0; i < plan.Stages.Count; i++)
        {
            if (plan.Stages[i] == stage) return i + 1;
        }

        throw new ArgumentException($"The stage {stage.Kind} is none of the plan's.", nameof(stage));
    }
}
