namespace DetectionKit.Tuning.Scoring;

/// <summary>The figures of one setting.</summary>
/// <param name="Setting">Its number.</param>
/// <param name="Alerts">By alert: a key and window each. Windows of an adversary that no setting of the sweep alerts on are not known of, so that false negatives are of those that some setting finds.</param>
/// <param name="Keys">By key: a malicious label that names a key, or a key that alerts falsely.</param>
/// <param name="Campaigns">By campaign; it has no false positives.</param>
/// <param name="Outcomes">Each campaign.</param>
/// <param name="Exposure">What was watched.</param>
public sealed record SettingScore(int Setting, Confusion Alerts, Confusion Keys, Confusion Campaigns, IReadOnlyList<CampaignOutcome> Outcomes, Exposure Exposure)
{
    /// <summary>False alerts for each 1,000 hosts and day.</summary>
    public double FalsePositivesPer1000HostDays => Alerts.FalsePositives * 1000 / Exposure.HostDays;

    /// <summary>Alerts a day, true, false and unknown, that one analyst would have to look at.</summary>
    public double AlertsPerAnalystDay => (Alerts.TruePositives + Alerts.FalsePositives + Alerts.Unknown) / Exposure.Days;

    /// <summary>The median time to detect of the campaigns that were found; null when none was.</summary>
    public TimeSpan? MedianTimeToDetect
    {
        get
        {
            var times = Outcomes.Select(outcome => outcome.TimeToDetect).OfType<TimeSpan>().Order().ToList();
            return times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        }
    }

    /// <summary>Adds up scores of one setting over several sets of events.</summary>
    /// <param name="scores">One or more scores of the same setting.</param>
    public static SettingScore Sum(IReadOnlyList<SettingScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Count == 1) return scores[0];
        var exposure = new Exposure(scores.Sum(score => score.Exposure.HostDays) / scores.Sum(score => score.Exposure.Days), scores.Sum(score => score.Exposure.Days));
        return new(
            scores[0].Setting, Sum(scores.Select(score => score.Alerts)), Sum(scores.Select(score => score.Keys)), Sum(scores.Select(score => score.Campaigns)), [.. scores.SelectMany(score => score.Outcomes)], exposure);
    }

    private static Confusion Sum(IEnumerable<Confusion> counts) => counts.Aggregate(default(Confusion), Confusion.Add);
}
