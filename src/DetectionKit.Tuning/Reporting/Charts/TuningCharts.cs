using System.Globalization;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Reporting.Charts;

/// <summary>The charts of a report.</summary>
internal static class TuningCharts
{
    private const int Bins = 24;

    /// <summary>Precision of alerts against recall of campaigns, a point a setting.</summary>
    internal static string PrecisionRecall(TuningReport report)
    {
        var canvas = new SvgCanvas("Precision against recall", (0, 1), (0, 1)).Axes("recall of campaigns", "precision of alerts", Fraction);
        foreach (var same in report.Scores.Where(score => !double.IsNaN(score.Alerts.Precision) && !double.IsNaN(score.Campaigns.Recall)).GroupBy(score => (score.Campaigns.Recall, Math.Round(score.Alerts.Precision, 3))))
            canvas.Point(same.Key.Recall, same.First().Alerts.Precision, "setting", Note(report, same));
        var curve = report.Scores.Where(score => !double.IsNaN(score.Alerts.Precision)).GroupBy(score => score.Campaigns.Recall).OrderBy(same => same.Key).Select(same => (same.Key, same.Max(score => score.Alerts.Precision)));
        return Marked(report, canvas.Line(curve, "curve"), score => (score.Campaigns.Recall, score.Alerts.Precision)).ToString();
    }

    /// <summary>False positives for each 1,000 host-days against recall of campaigns, with the front that no setting betters.</summary>
    internal static string FalsePositives(TuningReport report)
    {
        var most = report.Scores.Max(score => score.FalsePositivesPer1000HostDays);
        var canvas = new SvgCanvas("False positives against recall", (0, most), (0, 1)).Axes("false positives per 1,000 host-days", "recall of campaigns");
        foreach (var same in report.Scores.Where(score => !double.IsNaN(score.Campaigns.Recall)).GroupBy(score => (score.Campaigns.Recall, score.Alerts.FalsePositives)))
            canvas.Point(same.First().FalsePositivesPer1000HostDays, same.Key.Recall, "setting", Note(report, same));
        if (report.Budget.MaxFalsePositivesPer1000HostDays is { } limit && limit <= most) canvas.Line([(limit, 0), (limit, 1)], "limit");
        canvas.Line(report.ParetoFront.Where(score => !double.IsNaN(score.Campaigns.Recall)).Select(score => (score.FalsePositivesPer1000HostDays, score.Campaigns.Recall)), "curve");
        return Marked(report, canvas, score => (score.FalsePositivesPer1000HostDays, score.Campaigns.Recall)).ToString();
    }

    /// <summary>F1 of keys over two options, the best of each place; of one option its values in a row.</summary>
    internal static string HeatMap(TuningReport report)
    {
        if (report.Grid.Axes.Count == 0) return "";
        var x = report.Grid.Axes[0];
        var y = report.Grid.Axes.Count > 1 ? report.Grid.Axes[1] : new("", [""]);
        var most = report.Scores.Select(score => score.Keys.F1).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var canvas = new SvgCanvas($"F1 over {x.Option} and {y.Option}", (0, x.Values.Count), (0, y.Values.Count));
        for (var i = 0; i < x.Values.Count; i++)
        {
            for (var j = 0; j < y.Values.Count; j++)
            {
                var here = report.Scores.Where(score => Has(report, score, x, i) && (y.Option.Length == 0 || Has(report, score, y, j))).Select(score => score.Keys.F1).Where(double.IsFinite).DefaultIfEmpty(0).Max();
                canvas.Bar(i, i + 1, j, j + 1, "heat", $"{x.Option}={x.Values[i]}{(y.Option.Length == 0 ? "" : $", {y.Option}={y.Values[j]}")}: F1 {TuningText.Share(here)}", most > 0 ? Math.Max(0.04, here / most) : 0.04);
            }
        }

        var step = Math.Max(1, x.Values.Count / 12);
        for (var i = 0; i < x.Values.Count; i += step) canvas.Note(i + 0.5, -0.06 * y.Values.Count, x.Values[i], "tick", "middle");
        for (var j = 0; j < y.Values.Count && y.Values.Count <= 24; j++) canvas.Note(-0.01 * x.Values.Count, j + 0.45, y.Values[j], "tick", "end");
        return canvas.Note(x.Values.Count / 2.0, -0.15 * y.Values.Count, $"{x.Option}{(y.Option.Length == 0 ? "" : $" (across), {y.Option} (up)")}", "label", "middle").ToString();
    }

    /// <summary>How the first number that the conditions read is spread over true and false alerts of all settings.</summary>
    internal static string Scores(TuningReport report)
    {
        var numbers = report.Training.SelectMany(result => result.Alerts).Where(alert => alert.Verdict != AlertVerdict.Unknown).Select(alert => (alert.Verdict, Value: First(alert))).Where(alert => alert.Value.Name is not null).ToList();
        if (numbers.Count == 0) return "";
        var most = numbers.Max(alert => alert.Value.Number) + 1;
        var least = Math.Min(0, numbers.Min(alert => alert.Value.Number));
        var width = Math.Max(1, (most - least) / Bins);
        var bins = numbers.CountBy(alert => (alert.Verdict, Bin: (int)((alert.Value.Number - least) / width))).ToList();
        var canvas = new SvgCanvas("Scores of true and false alerts", (least, most), (0, Math.Log10(bins.Max(bin => bin.Value) + 1.0))).Axes(numbers[0].Value.Name!, "alerts (log10 of 1 + count)");
        foreach (var ((verdict, bin), count) in bins.OrderBy(bin => bin.Key.Verdict))
        {
            var (style, offset) = verdict == AlertVerdict.TruePositive ? ("malicious", 0.0) : ("benign", width / 2);
            var from = least + (bin * width) + offset;
            canvas.Bar(from, from + (width / 2), 0, Math.Log10(count + 1.0), style, string.Create(CultureInfo.InvariantCulture, $"{from - offset:0.#} to {from - offset + width:0.#}: {count} {(verdict == AlertVerdict.TruePositive ? "true" : "false")}"));
        }

        return canvas.ToString();
    }

    /// <summary>When a campaign was active, and when it was alerted on.</summary>
    internal static string Timeline(CampaignTimeline campaign)
    {
        if (campaign.From is not { } from || campaign.To is not { } to) return "";
        var canvas = new SvgCanvas($"Timeline of {campaign.Campaign}", (0, (to - from).TotalHours), (0, 2))
            .Note(0, 1.85, $"{campaign.Campaign}: active from {from.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC{(campaign.Events is { } events ? string.Create(CultureInfo.InvariantCulture, $", {events:#,0} events") : "")}")
            .Bar(0, (to - from).TotalHours, 1.1, 1.6, "malicious", "active", 0.5)
            .Note(0, 0.75, campaign.IsFound ? "windows that alert" : "no window alerts");
        foreach (var window in campaign.Alerts)
            canvas.Bar(Math.Max(0, (window.Start - from).TotalHours), Math.Min((to - from).TotalHours, (window.End - from).TotalHours), 0.1, 0.6, "alert", $"{window.Start:u} to {window.End:u}");
        for (var i = 0; i <= 4; i++) canvas.Note((to - from).TotalHours * i / 4, -0.12, string.Create(CultureInfo.InvariantCulture, $"{(to - from).TotalHours * i / 4:0.#} h"), "tick", i == 4 ? "end" : "start");
        return canvas.ToString();
    }

    private static bool Has(TuningReport report, SettingScore score, SweepAxis axis, int value) => report.Grid.Settings[score.Setting].Values.Contains(new(axis.Option, axis.Values[value]));

    private static (string? Name, double Number) First(LabelledAlert alert)
    {
        var value = alert.Alert.Values.FirstOrDefault(value => value.Value is int or long or double or decimal or float);
        return value.Key is null ? (null, 0) : (value.Key, Convert.ToDouble(value.Value, CultureInfo.InvariantCulture));
    }

    private static SvgCanvas Marked(TuningReport report, SvgCanvas canvas, Func<SettingScore, (double X, double Y)> place)
    {
        foreach (var (score, style) in new[] { (report.Recommendation.Base, "base"), (report.Recommendation.Chosen, "chosen") })
        {
            var (x, y) = place(score);
            if (double.IsFinite(x) && double.IsFinite(y)) canvas.Point(x, y, style, $"{(style == "base" ? "base" : "recommended")}: {report.Grid.Settings[score.Setting]}", 6);
        }

        return canvas;
    }

    private static string Note(TuningReport report, IEnumerable<SettingScore> same)
    {
        var all = same.ToList();
        return $"{report.Grid.Settings[all[0].Setting]}{(all.Count > 1 ? $" and {all.Count - 1} more" : "")}: precision {TuningText.Share(all[0].Alerts.Precision)}, recall {TuningText.Share(all[0].Campaigns.Recall)}, {TuningText.Number(all[0].FalsePositivesPer1000HostDays)} false positives per 1,000 host-days";
    }

    private static string Fraction(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
