using System.Globalization;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.FalsePositives;

/// <summary>Who fires falsely under a setting, and what could be done about it.</summary>
public static class FalsePositiveAnalysis
{
    private const string Image = "image", Destination = "remoteAddress", Host = "host";

    /// <summary>Groups the false alerts by persona, process and destination; the largest first.</summary>
    /// <param name="grid">The settings.</param>
    /// <param name="results">What the sweep found.</param>
    /// <param name="setting">The setting.</param>
    public static IReadOnlyList<FalsePositiveGroup> Groups(TuningGrid grid, IReadOnlyList<SweepResult> results, int setting)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(results);
        var groups = Under(results, setting).Where(alert => alert.Verdict == AlertVerdict.FalsePositive)
            .GroupBy(alert => (alert.Label?.Persona, Image: FileName(alert.Part(Image)), Destination: alert.Part(Destination)));
        return [.. groups.Select(group => new FalsePositiveGroup(
            group.Key.Persona,
            group.Key.Image,
            group.Key.Destination,
            group.LongCount(),
            group.Select(alert => alert.Part(Host)).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Ranges(group),
            [.. grid.Axes.Select(axis => new KeyValuePair<string, string?>(axis.Option, GoneFrom(grid, axis, setting, group)))]))
            .OrderByDescending(group => group.Alerts).ThenBy(group => group.Persona, StringComparer.Ordinal).ThenBy(group => group.Image, StringComparer.Ordinal).ThenBy(group => group.Destination, StringComparer.Ordinal)];
    }

    /// <summary>The processes and destinations of the false alerts, each with what excluding it would save and cost; those that save most first.</summary>
    /// <param name="results">What the sweep found.</param>
    /// <param name="setting">The setting.</param>
    public static IReadOnlyList<CandidateExclusion> Exclusions(IReadOnlyList<SweepResult> results, int setting)
    {
        ArgumentNullException.ThrowIfNull(results);
        var alerts = Under(results, setting).ToList();
        var candidates = from part in new[] { Image, Destination }
                         from alert in alerts
                         let value = Value(alert, part)
                         where value is not null
                         group alert by (part, value) into same
                         let false_ = same.Count(alert => alert.Verdict == AlertVerdict.FalsePositive)
                         where false_ > 0
                         select new CandidateExclusion(same.Key.part, same.Key.value, false_, same.Count(alert => alert.Verdict == AlertVerdict.TruePositive), Lost(alerts, same.Key.part, same.Key.value));
        return [.. candidates.OrderByDescending(candidate => candidate.FalsePositives).ThenBy(candidate => candidate.TruePositives).ThenBy(candidate => candidate.Part, StringComparer.Ordinal).ThenBy(candidate => candidate.Value, StringComparer.Ordinal)];
    }

    private static IEnumerable<LabelledAlert> Under(IReadOnlyList<SweepResult> results, int setting) => results.SelectMany(result => result.Alerts).Where(alert => alert.Alert.Settings.Contains(setting));

    private static string[] Lost(List<LabelledAlert> alerts, string part, string value)
    {
        var left = alerts.Where(alert => !string.Equals(Value(alert, part), value, StringComparison.OrdinalIgnoreCase)).Select(CampaignOf).ToHashSet(StringComparer.Ordinal);
        return [.. alerts.Select(CampaignOf).OfType<string>().Distinct(StringComparer.Ordinal).Where(campaign => !left.Contains(campaign)).Order(StringComparer.Ordinal)];
    }

    private static string? CampaignOf(LabelledAlert alert) => alert.Verdict == AlertVerdict.TruePositive ? alert.Label?.Campaign : null;

    private static string? Value(LabelledAlert alert, string part) => part == Image ? FileName(alert.Part(Image)) : alert.Part(part);

    private static string? FileName(string? path) => path?.Split('\\', '/')[^1];

    private static List<(string Name, double Least, double Greatest)> Ranges(IEnumerable<LabelledAlert> alerts)
    {
        var ranges = new List<(string Name, double Least, double Greatest)>();
        foreach (var value in alerts.SelectMany(alert => alert.Alert.Values).Where(value => value.Value is int or long or double or decimal or float))
        {
            var number = Convert.ToDouble(value.Value, CultureInfo.InvariantCulture);
            var known = ranges.FindIndex(range => range.Name == value.Key);
            if (known < 0) ranges.Add((value.Key, number, number));
            else ranges[known] = (value.Key, Math.Min(ranges[known].Least, number), Math.Max(ranges[known].Greatest, number));
        }

        return ranges;
    }

    // How far a group is from silence, whatever the condition: the nearest value of one option that ends it.
    private static string? GoneFrom(TuningGrid grid, SweepAxis axis, int setting, IEnumerable<LabelledAlert> alerts)
    {
        var here = grid.Settings[setting].Values;
        var along = grid.Settings.Where(other => other.Number > 0 && other.Values.All(value => value.Key == axis.Option || here.Count == 0 || here.Contains(value))).ToList();
        if (here.Count == 0 && grid.Axes.Count > 1) return null;
        var firing = alerts.Select(alert => alert.Alert.Settings).Aggregate((x, y) => x.Union(y));
        var place = along.FindIndex(other => other.Number == setting);
        return along.Select((other, i) => (other, Distance: Math.Abs(i - Math.Max(place, 0)))).Where(other => !firing.Contains(other.other.Number)).OrderBy(other => other.Distance)
            .Select(other => other.other.Values.First(value => value.Key == axis.Option).Value).FirstOrDefault();
    }
}
