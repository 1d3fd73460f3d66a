using System.Globalization;
using System.Text;

namespace DetectionKit.Tuning.Reporting;

/// <summary>A report as Markdown.</summary>
public static class TuningMarkdown
{
    private const int ShownRows = 20;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    public static string Write(TuningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, $"# Tuning of {report.Detection.Id}");
        Line(text);
        Line(text, $"{report.Grid.Settings.Count:#,0} settings over {string.Join(", ", report.Training.Select(result => result.Name))}{(report.HeldOut.Count == 0 ? "" : $", confirmed on {string.Join(", ", report.HeldOut.Select(result => result.Name))}")}. {TuningText.Unknown(report.Recommendation.Chosen)}");
        Line(text);
        Line(text, "## Recommendation");
        Line(text);
        Line(text, report.Recommendation.KeepsToBudget ? $"**{report.Recommendation.Setting}**" : "None: no setting keeps to the budget.");
        foreach (var note in report.Recommendation.Notes) Line(text, $"- {note}");
        Line(text);
        Figures(text, report);
        Line(text, "## Campaigns");
        Line(text);
        Line(text, "| campaign | events | profile | alerts | time to detect | alerts of the base |");
        Line(text, "|---|---|---|---|---|---|");
        foreach (var (outcome, before) in report.Recommendation.Chosen.Outcomes.Zip(report.Recommendation.Base.Outcomes))
            Line(text, $"| {Cell(outcome.Campaign)} | {Cell(outcome.Events)} | {Cell(outcome.Profile)} | {outcome.Alerts} | {TuningText.Time(outcome.TimeToDetect)} | {before.Alerts} |");
        Line(text);
        Line(text, "## What no other setting betters");
        Line(text);
        Line(text, "| setting | false positives per 1,000 host-days | precision of alerts | recall of campaigns |");
        Line(text, "|---|---|---|---|");
        foreach (var score in report.ParetoFront)
            Line(text, $"| {report.Grid.Settings[score.Setting]} | {TuningText.Number(score.FalsePositivesPer1000HostDays)} | {TuningText.Share(score.Alerts.Precision)} | {TuningText.Share(score.Campaigns.Recall)} |");
        Line(text);
        Line(text, "## What fires falsely");
        Line(text);
        Line(text, "| persona | process | destination | alerts | hosts | values | gone at |");
        Line(text, "|---|---|---|---|---|---|---|");
        foreach (var group in report.FalsePositives.Take(ShownRows))
            Line(text, $"| {Cell(group.Persona)} | {Cell(group.Image)} | {Cell(group.Destination)} | {group.Alerts} | {group.Hosts} | {TuningText.Ranges(group)} | {TuningText.Gone(group)} |");
        if (report.FalsePositives.Count > ShownRows) Line(text, $"\nand {report.FalsePositives.Count - ShownRows} more.");
        Line(text);
        Line(text, "## What could be excluded");
        Line(text);
        Line(text, "| part | value | false alerts saved | true alerts lost | campaigns lost |");
        Line(text, "|---|---|---|---|---|");
        foreach (var candidate in report.Exclusions.Take(ShownRows))
            Line(text, $"| {candidate.Part} | {Cell(candidate.Value)} | {candidate.FalsePositives} | {candidate.TruePositives} | {(candidate.CampaignsLost.Count == 0 ? "none" : string.Join(", ", candidate.CampaignsLost))} |");
        if (report.Grid.Refused.Count == 0) return text.ToString();
        Line(text);
        Line(text, "## Settings that are not valid");
        Line(text);
        foreach (var refused in report.Grid.Refused.Take(ShownRows)) Line(text, $"- {Cell(refused)}");
        if (report.Grid.Refused.Count > ShownRows) Line(text, $"- and {report.Grid.Refused.Count - ShownRows} more");
        return text.ToString();
    }

    private static void Figures(StringBuilder text, TuningReport report)
    {
        var (chosen, isConfirmed) = (report.Recommendation.Setting.Number, report.HeldOut.Count > 0);
        Line(text, $"| figure | base | recommended |{(isConfirmed ? " base, held out | recommended, held out |" : "")}");
        Line(text, isConfirmed ? "|---|---|---|---|---|" : "|---|---|---|");
        foreach (var figure in TuningFigures.All)
        {
            string[] cells = isConfirmed
                ? [figure.Text(report, 0, false), figure.Text(report, chosen, false), figure.Text(report, 0, true), figure.Text(report, chosen, true)]
                : [figure.Text(report, 0, false), figure.Text(report, chosen, false)];
            Line(text, $"| {figure.Name} | {string.Join(" | ", cells)} |");
        }

        Line(text);
    }

    private static string Cell(string? text) => text is null ? TuningText.None : text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder text, string line = "") => text.Append(line).Append('\n');
}
