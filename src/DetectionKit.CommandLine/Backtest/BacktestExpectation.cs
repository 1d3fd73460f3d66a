using DetectionKit.GroundTruth;

namespace DetectionKit.CommandLine.Backtest;

/// <summary>What must be found: a number of alerts, alerts on keys, tiers. All that is said must hold, and no alert may be left over.</summary>
internal sealed record BacktestExpectation
{
    /// <summary>No alert at all.</summary>
    public bool? None { get; init; }

    /// <summary>So many alerts.</summary>
    public long? Exactly { get; init; }

    /// <summary>So many alerts or more.</summary>
    public long? AtLeast { get; init; }

    /// <summary>Alerts on each of these keys; an alert on another key is unexpected.</summary>
    public IReadOnlyList<GroundTruthKey>? Keys { get; init; }

    /// <summary>So many alerts of a tier, by its name; an alert of a tier that is not named is unexpected.</summary>
    public IReadOnlyDictionary<string, long>? Tiers { get; init; }

    internal string? Problem()
    {
        if (None is null && Exactly is null && AtLeast is null && Keys is null && Tiers is null) return "expect says nothing: write \"none\": true, \"exactly\": 3, \"atLeast\": 1, \"keys\": [ … ] or \"tiers\": { … }.";
        if (None == true && (Exactly ?? AtLeast ?? Keys?.Count ?? Tiers?.Count ?? 0) > 0) return "expect says none, and something else too.";
        return null;
    }

    /// <summary>What is wrong with alerts, one text each.</summary>
    internal IEnumerable<string> Failures(IReadOnlyList<Alert> alerts)
    {
        if (None == true && alerts.Count > 0) yield return $"no alert is expected, and there are {alerts.Count}: {Sample(alerts)}";
        if (Exactly is { } number && alerts.Count != number) yield return $"{number} alerts are expected, and there are {alerts.Count}: {Sample(alerts)}";
        if (AtLeast is { } least && alerts.Count < least) yield return $"{least} alerts or more are expected, and there are {alerts.Count}: {Sample(alerts)}";
        foreach (var key in Keys ?? [])
        {
            if (!alerts.Any(alert => key.Compare(alert.Key) is not null)) yield return $"no alert on {key}";
        }

        if (Keys is not null)
        {
            foreach (var alert in alerts.Where(alert => !Keys.Any(key => key.Compare(alert.Key) is not null))) yield return $"unexpected: {Text(alert)}";
        }

        if (Tiers is null) yield break;
        foreach (var (tier, count) in Tiers)
        {
            var found = alerts.Count(alert => string.Equals(alert.Tier?.Name, tier, StringComparison.OrdinalIgnoreCase));
            if (found != count) yield return $"{count} alerts of tier {tier} are expected, and there are {found}";
        }

        foreach (var alert in alerts.Where(alert => !Tiers.Keys.Contains(alert.Tier?.Name ?? "", StringComparer.OrdinalIgnoreCase))) yield return $"unexpected tier: {Text(alert)}";
    }

    private static string Sample(IReadOnlyList<Alert> alerts) => alerts.Count == 0 ? "none" : string.Join("; ", alerts.Take(3).Select(Text)) + (alerts.Count > 3 ? "; …" : "");

    private static string Text(Alert alert) => $"{alert.Tier?.Name ?? "alert"} at {alert.Window.Start:u} on {alert.Key}";
}
