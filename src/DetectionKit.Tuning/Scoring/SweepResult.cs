using DetectionKit.GroundTruth;

namespace DetectionKit.Tuning.Scoring;

/// <summary>What a sweep found in one set of labelled events.</summary>
public sealed class SweepResult
{
    private readonly List<Malicious> _keys = [];
    private readonly List<Malicious> _campaigns = [];

    /// <summary>Holds alerts against what is true.</summary>
    /// <param name="name">What the events are: a seed, a file.</param>
    /// <param name="settings">How many settings were swept.</param>
    /// <param name="alerts">What the sweep found.</param>
    /// <param name="truth">What is true of the events.</param>
    /// <param name="exposure">How much was watched.</param>
    public SweepResult(string name, int settings, IReadOnlyList<SweptAlert> alerts, GroundTruthDocument truth, Exposure exposure)
    {
        ArgumentNullException.ThrowIfNull(alerts);
        ArgumentNullException.ThrowIfNull(truth);
        (Name, Settings, Exposure) = (name, settings, exposure);
        Alerts = [.. alerts.Select(alert => Labelled(alert, truth))];
        var found = Alerts.Where(alert => alert.Verdict == AlertVerdict.TruePositive).ToLookup(alert => alert.Label!);
        var labels = truth.Labels.Where(label => label.Malicious).Distinct().ToList();
        foreach (var label in labels) _keys.Add(new(name, label.Campaign ?? label.Key?.ToString() ?? "malicious", label.Profile, label.MustDetect == true, label.From, [.. found[label]]));
        foreach (var campaign in labels.GroupBy(label => label.Campaign ?? label.Key?.ToString() ?? "malicious", StringComparer.Ordinal))
        {
            _campaigns.Add(new(
                name,
                campaign.Key,
                campaign.Select(label => label.Profile).FirstOrDefault(profile => profile is not null),
                campaign.Any(label => label.MustDetect == true),
                campaign.All(label => label.From is not null) ? campaign.Min(label => label.From) : null,
                [.. campaign.SelectMany(label => found[label])]));
        }
    }

    /// <summary>What the events are.</summary>
    public string Name { get; }

    /// <summary>How many settings were swept.</summary>
    public int Settings { get; }

    /// <summary>How much was watched.</summary>
    public Exposure Exposure { get; }

    /// <summary>Every alert that any setting gives.</summary>
    public IReadOnlyList<LabelledAlert> Alerts { get; }

    /// <summary>The figures of every setting, by its number.</summary>
    public IReadOnlyList<SettingScore> Scores => field ??= Score();

    private static LabelledAlert Labelled(SweptAlert alert, GroundTruthDocument truth)
    {
        var label = truth.LabelOf(alert.Id, alert.Key, alert.Window);
        var verdict = label is { Malicious: true } ? AlertVerdict.TruePositive : label is not null || truth.UnlabelledIsBenign == true ? AlertVerdict.FalsePositive : AlertVerdict.Unknown;
        return new(alert, verdict, label);
    }

    private static void Count(long[] counts, IEnumerable<int> settings)
    {
        foreach (var setting in settings) counts[setting]++;
    }

    private SettingScore[] Score()
    {
        var (alerts, keys) = (new Counts(Settings), new Counts(Settings));
        foreach (var alert in Alerts) Count(alerts.Of(alert.Verdict), alert.Alert.Settings);
        foreach (var key in Alerts.Where(alert => alert.Verdict != AlertVerdict.TruePositive).GroupBy(alert => (alert.Alert.Key, alert.Verdict)))
            Count(keys.Of(key.Key.Verdict), key.Select(alert => alert.Alert.Settings).Aggregate((x, y) => x.Union(y)));
        foreach (var key in _keys) Count(keys.Of(AlertVerdict.TruePositive), key.FoundBy);
        var windows = Alerts.Count(alert => alert.Verdict == AlertVerdict.TruePositive);
        var scores = new SettingScore[Settings];
        for (var setting = 0; setting < Settings; setting++)
        {
            var outcomes = _campaigns.ConvertAll(campaign => campaign.Under(setting));
            var found = outcomes.Count(outcome => outcome.IsFound);
            scores[setting] = new(setting, alerts.At(setting, windows), keys.At(setting, _keys.Count), new(found, 0, outcomes.Count - found, 0), outcomes, Exposure);
        }

        return scores;
    }

    private sealed class Counts(int settings)
    {
        private readonly long[][] _counts = [new long[settings], new long[settings], new long[settings]];

        internal long[] Of(AlertVerdict verdict) => _counts[(int)verdict];

        internal Confusion At(int setting, long malicious) => new(
            Of(AlertVerdict.TruePositive)[setting], Of(AlertVerdict.FalsePositive)[setting], malicious - Of(AlertVerdict.TruePositive)[setting], Of(AlertVerdict.Unknown)[setting]);
    }

    // A malicious key or campaign with the alerts that are about it, in order of time.
    private sealed class Malicious(string events, string name, string? profile, bool mustDetect, DateTimeOffset? from, IReadOnlyList<LabelledAlert> alerts)
    {
        private readonly IReadOnlyList<LabelledAlert> _alerts = [.. alerts.OrderBy(alert => alert.Alert.Window.End)];

        internal IEnumerable<int> FoundBy => _alerts.Count == 0 ? [] : _alerts.Select(alert => alert.Alert.Settings).Aggregate((x, y) => x.Union(y));

        internal CampaignOutcome Under(int setting)
        {
            var (count, first) = (0L, (DateTimeOffset?)null);
            foreach (var alert in _alerts)
            {
                if (!alert.Alert.Settings.Contains(setting)) continue;
                count++;
                first ??= alert.Alert.Window.End;
            }

            return new(name, profile, mustDetect, count, first - from) { Events = events };
        }
    }
}
