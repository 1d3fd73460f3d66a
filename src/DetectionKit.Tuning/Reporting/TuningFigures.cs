using DetectionKit.Tuning.Scoring;

namespace DetectionKit.Tuning.Reporting;

/// <summary>The figures that reports show of a setting, in their order.</summary>
public sealed class TuningFigures
{
    private readonly Func<SettingScore, double> _of;
    private readonly Func<double, string> _text;

    private TuningFigures(string name, Func<SettingScore, double> of, Func<double, string> text) => (Name, _of, _text) = (name, of, text);

    /// <summary>All figures.</summary>
    public static IReadOnlyList<TuningFigures> All { get; } =
    [
        new("Precision of alerts", score => score.Alerts.Precision, TuningText.Share),
        new("Recall of campaigns", score => score.Campaigns.Recall, TuningText.Share),
        new("Recall of keys", score => score.Keys.Recall, TuningText.Share),
        new("F1 of keys", score => score.Keys.F1, TuningText.Share),
        new("False positives per 1,000 host-days", score => score.FalsePositivesPer1000HostDays, TuningText.Number),
        new("Alerts per analyst-day", score => score.AlertsPerAnalystDay, TuningText.Number),
        new("Median hours to detect", score => score.MedianTimeToDetect?.TotalHours ?? double.NaN, TuningText.Number),
    ];

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>Its mean over the seeds, with its interval where there are several.</summary>
    /// <param name="report">The report.</param>
    /// <param name="setting">The setting's number.</param>
    /// <param name="heldOut">Whether over the held-out events.</param>
    public string Text(TuningReport report, int setting, bool heldOut) => TuningText.Interval(Interval(report, setting, heldOut), _text);

    /// <summary>Its interval over the seeds.</summary>
    /// <inheritdoc cref="Text" path="/param"/>
    public SeedInterval Interval(TuningReport report, int setting, bool heldOut)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Over(setting, _of, heldOut);
    }
}
