using DetectionKit.Queries;

namespace DetectionKit;

/// <summary>The way of one row through stages without memory.</summary>
/// <param name="Outcomes">What became of it at each stage.</param>
/// <param name="End">The aggregate or stage that it came to and that is not followed; null at the end of the plan, and when it fell.</param>
/// <param name="Row">The row as it left the last stage; null when it fell.</param>
/// <param name="Tier">The tier reached on the way; null when none was.</param>
internal sealed record RowPath(IReadOnlyList<StageOutcome> Outcomes, AggregateNode? End, object? Row, AlertTier? Tier)
{
    /// <summary>Whether it ends where the row meets others, and what comes of it depends on them.</summary>
    internal bool IsOpen { get; init; }

    internal StageOutcome? FellAt => Outcomes.FirstOrDefault(outcome => outcome.Verdict is StageVerdict.Fell or StageVerdict.Faulty);
}
