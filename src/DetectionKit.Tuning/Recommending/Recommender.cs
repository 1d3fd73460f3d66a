using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Recommending;

/// <summary>Chooses a setting under a budget.</summary>
public static class Recommender
{
    /// <summary>
    /// Chooses, of the settings that keep to the budget, the one that finds most campaigns; of equals that which finds most malicious keys, then that with the fewest false alerts, then that which changes
    /// the fewest options, then the first. When none keeps to it, the base stays, and the notes say what comes nearest.
    /// </summary>
    /// <param name="grid">The settings.</param>
    /// <param name="training">Their figures on the events to choose on, by number.</param>
    /// <param name="heldOut">Their figures on held-out events; null where there are none.</param>
    /// <param name="budget">The budget.</param>
    public static Recommendation Choose(TuningGrid grid, IReadOnlyList<SettingScore> training, IReadOnlyList<SettingScore>? heldOut, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(budget);
        var best = Ranked(grid, training.Where(score => budget.Misses(score).Count == 0)).FirstOrDefault();
        var notes = new List<string>();
        if (best is null)
        {
            var nearest = training.OrderBy(score => budget.Misses(score).Count).ThenBy(score => score.FalsePositivesPer1000HostDays).ThenByDescending(score => score.Campaigns.TruePositives).First();
            notes.Add($"No setting keeps to the budget, so that nothing is recommended. Nearest comes {grid.Settings[nearest.Setting]}: {string.Join("; ", budget.Misses(nearest))}.");
        }

        var chosen = best ?? training[0];
        notes.AddRange(GivesUp(training[0], chosen));
        var confirmed = heldOut?[chosen.Setting];
        if (best is not null && confirmed is not null) notes.AddRange(budget.Misses(confirmed).Select(miss => $"On held-out events: {miss}."));
        return new(grid.Settings[chosen.Setting], best is not null, chosen, confirmed, training[0], heldOut?[0], notes);
    }

    /// <summary>The settings that no other betters in both: fewer false alerts, or more campaigns found. Of equals the first.</summary>
    /// <param name="scores">The figures of all settings.</param>
    /// <returns>Those on the front, by rising false alerts.</returns>
    public static IReadOnlyList<SettingScore> ParetoFront(IReadOnlyList<SettingScore> scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var front = new List<SettingScore>();
        foreach (var score in scores.OrderBy(score => score.Alerts.FalsePositives).ThenByDescending(score => score.Campaigns.TruePositives).ThenBy(score => score.Setting))
        {
            if (front.Count == 0 || score.Campaigns.TruePositives > front[^1].Campaigns.TruePositives) front.Add(score);
        }

        return front;
    }

    private static IOrderedEnumerable<SettingScore> Ranked(TuningGrid grid, IEnumerable<SettingScore> scores) => scores
        .OrderByDescending(score => score.Campaigns.TruePositives)
        .ThenByDescending(score => score.Keys.TruePositives)
        .ThenBy(score => score.Alerts.FalsePositives)
        .ThenBy(score => Changes(grid, score.Setting))
        .ThenBy(score => score.Setting);

    private static int Changes(TuningGrid grid, int setting)
    {
        var known = OptionsText.Canonical(grid.Settings[0].Options).Split('\n').ToHashSet(StringComparer.Ordinal);
        return OptionsText.Canonical(grid.Settings[setting].Options).Split('\n').Count(line => !known.Contains(line));
    }

    private static IEnumerable<string> GivesUp(SettingScore known, SettingScore chosen)
    {
        var areSeveral = known.Outcomes.DistinctBy(outcome => outcome.Events).Skip(1).Any();
        foreach (var (before, after) in known.Outcomes.Zip(chosen.Outcomes))
        {
            var campaign = areSeveral && before.Events is { } events ? $"campaign {before.Campaign} ({events})" : $"campaign {before.Campaign}";
            if (before.IsFound && !after.IsFound) yield return $"Gives up {campaign}, which the base finds.";
            if (!before.IsFound && after.IsFound) yield return $"Finds {campaign}, which the base misses.";
            if (after.TimeToDetect > before.TimeToDetect) yield return $"Finds {campaign} {after.TimeToDetect - before.TimeToDetect:c} later than the base.";
        }
    }
}
