using DetectionKit.Tuning.Scoring;

namespace DetectionKit.Tuning.Recommending;

/// <summary>What a recommended setting must keep to.</summary>
/// <param name="MaxFalsePositivesPer1000HostDays">The most false alerts for each 1,000 hosts and day; null for no limit.</param>
/// <param name="MinRecall">The least share of campaigns found, 0 to 1; null for no limit.</param>
/// <param name="MustDetect">Campaigns that must be found, besides those that the ground truth marks.</param>
public sealed record Budget(double? MaxFalsePositivesPer1000HostDays = null, double? MinRecall = null, IReadOnlyList<string>? MustDetect = null)
{
    /// <summary>What a score lacks: one text each, none when it keeps to the budget.</summary>
    /// <param name="score">The score.</param>
    public IReadOnlyList<string> Misses(SettingScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var misses = new List<string>();
        if (score.FalsePositivesPer1000HostDays > MaxFalsePositivesPer1000HostDays)
            misses.Add(FormattableString.Invariant($"{score.FalsePositivesPer1000HostDays:0.##} false positives per 1,000 host-days, and {MaxFalsePositivesPer1000HostDays:0.##} are allowed"));
        if (MinRecall is { } least && !(score.Campaigns.Recall >= least)) misses.Add(FormattableString.Invariant($"a recall of {score.Campaigns.Recall:0.###}, and {least:0.###} is asked for"));
        foreach (var lost in score.Outcomes.Where(outcome => !outcome.IsFound && (outcome.MustDetect || MustDetect?.Contains(outcome.Campaign) == true)))
            misses.Add($"campaign {lost.Campaign} is lost, and must be found");
        return misses;
    }
}
