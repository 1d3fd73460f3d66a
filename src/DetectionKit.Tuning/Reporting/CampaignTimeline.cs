using DetectionKit.GroundTruth;
using DetectionKit.Tuning.Scoring;

namespace DetectionKit.Tuning.Reporting;

/// <summary>When a campaign was active, and when a setting alerted on it.</summary>
/// <param name="Campaign">Its name.</param>
/// <param name="Profile">The adversary's profile; null where it is not known.</param>
/// <param name="IsFound">Whether there is an alert.</param>
/// <param name="From">Its first event; null where it is not known.</param>
/// <param name="To">The end of its last; null where it is not known.</param>
/// <param name="Events">How many events it made, where that is known.</param>
/// <param name="Alerts">The windows of its alerts.</param>
public sealed record CampaignTimeline(string Campaign, string? Profile, bool IsFound, DateTimeOffset? From, DateTimeOffset? To, long? Events, IReadOnlyList<AlertWindow> Alerts)
{
    internal static IReadOnlyList<CampaignTimeline> Of(SweepResult result, GroundTruthDocument? truth, int setting)
    {
        var outcomes = result.Scores[setting].Outcomes;
        return [.. new[] { outcomes.FirstOrDefault(outcome => outcome.IsFound), outcomes.FirstOrDefault(outcome => !outcome.IsFound) }.OfType<CampaignOutcome>().Select(outcome => Of(result, truth, setting, outcome))];
    }

    private static CampaignTimeline Of(SweepResult result, GroundTruthDocument? truth, int setting, CampaignOutcome outcome)
    {
        var labels = truth?.Labels.Where(label => label.Malicious && (label.Campaign ?? label.Key?.ToString() ?? "malicious") == outcome.Campaign).ToList() ?? [];
        var windows = result.Alerts.Where(alert => alert.Alert.Settings.Contains(setting) && alert.Label is { } label && labels.Contains(label)).Select(alert => alert.Alert.Window).Distinct().OrderBy(window => window.Start);
        return new(outcome.Campaign, outcome.Profile, outcome.IsFound, labels.Min(label => label.From), labels.Max(label => label.To), labels.Count == 0 ? null : labels.Sum(label => label.Events), [.. windows]);
    }
}
