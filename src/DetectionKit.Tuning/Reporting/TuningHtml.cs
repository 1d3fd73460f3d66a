using System.Text;
using DetectionKit.Tuning.Reporting.Charts;

namespace DetectionKit.Tuning.Reporting;

/// <summary>A report as one HTML page that needs nothing else: charts are inline SVG, and colours follow the reader's light or dark setting.</summary>
public static class TuningHtml
{
    private const int ShownRows = 40;

    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#59636e;--page:#fff;--line:#d1d9e0;--blue:#0969da;--red:#cf222e;--green:#1a7f37;--amber:#9a6700}
        @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9198a1;--page:#0d1117;--line:#3d444d;--blue:#4493f8;--red:#f85149;--green:#3fb950;--amber:#d29922}}
        body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:72rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid var(--line)}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(26rem,1fr));gap:1rem}figure{margin:0}figcaption{color:var(--soft)}svg{width:100%;height:auto}
        .axis{stroke:var(--soft);fill:none}.grid{stroke:var(--line);stroke-dasharray:2 3}.tick,.label{fill:var(--soft);font-size:11px}.label{font-size:12px}
        .setting{fill:var(--soft);opacity:.45}.curve{stroke:var(--blue);fill:none;stroke-width:1.5}.limit{stroke:var(--amber);stroke-dasharray:5 4}
        .base{fill:none;stroke:var(--amber);stroke-width:2.5}.chosen{fill:none;stroke:var(--green);stroke-width:2.5}.heat{fill:var(--blue)}
        .malicious{fill:var(--red)}.benign{fill:var(--blue)}.alert{fill:var(--green)}
        .key b{font-weight:600}.green{color:var(--green)}.amber{color:var(--amber)}.red{color:var(--red)}.blue{color:var(--blue)}
        """;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    public static string Write(TuningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append($"<title>Tuning of {Text(report.Detection.Id)}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        page.Append($"<h1>Tuning of {Text(report.Detection.Id)}</h1>\n<p>{Text(report.Detection.Title)}.</p>\n");
        page.Append($"<p>{report.Grid.Settings.Count} settings over {Text(string.Join(", ", report.Training.Select(result => result.Name)))}");
        page.Append(report.HeldOut.Count == 0 ? ". " : $", confirmed on {Text(string.Join(", ", report.HeldOut.Select(result => result.Name)))}. ");
        page.Append($"{Text(TuningText.Unknown(report.Recommendation.Chosen))}</p>\n");
        Recommendation(page, report);
        Charts(page, report);
        Tables(page, report);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Recommendation(StringBuilder page, TuningReport report)
    {
        page.Append("<h2>Recommendation</h2>\n<p><strong>");
        page.Append(Text(report.Recommendation.KeepsToBudget ? report.Recommendation.Setting.ToString() : "None: no setting keeps to the budget."));
        page.Append("</strong></p>\n<ul>\n");
        foreach (var note in report.Recommendation.Notes) page.Append($"<li>{Text(note)}</li>\n");
        page.Append("</ul>\n");
        var isConfirmed = report.HeldOut.Count > 0;
        string[] heads = isConfirmed ? ["figure", "base", "recommended", "base, held out", "recommended, held out"] : ["figure", "base", "recommended"];
        var chosen = report.Recommendation.Setting.Number;
        Table(page, heads, TuningFigures.All.Select(figure =>
        {
            string[] cells = [figure.Name, figure.Text(report, 0, false), figure.Text(report, chosen, false)];
            return isConfirmed ? [.. cells, figure.Text(report, 0, true), figure.Text(report, chosen, true)] : cells;
        }));
    }

    private static void Charts(StringBuilder page, TuningReport report)
    {
        page.Append("<h2>Charts</h2>\n<p class=\"key\"><b class=\"amber\">○ base</b> <b class=\"green\">○ recommended</b> <b class=\"red\">■ malicious</b> <b class=\"blue\">■ benign</b></p>\n<div class=\"charts\">\n");
        Figure(page, "precision-recall", "Precision against recall: a point a setting, the line the best precision at each recall", TuningCharts.PrecisionRecall(report));
        Figure(page, "false-positives", "False positives against recall: the line joins the settings that no other betters", TuningCharts.FalsePositives(report));
        Figure(page, "heat-map", "F1 of keys over the first two options: the fuller the colour, the better", TuningCharts.HeatMap(report));
        Figure(page, "scores", "The first number that the conditions read, of true and of false alerts under any setting", TuningCharts.Scores(report));
        foreach (var campaign in report.Timelines) Figure(page, campaign.IsFound ? "timeline-found" : "timeline-missed", campaign.IsFound ? "A campaign that is found" : "A campaign that is missed", TuningCharts.Timeline(campaign));
        page.Append("</div>\n");
    }

    private static void Tables(StringBuilder page, TuningReport report)
    {
        page.Append("<h2>Campaigns</h2>\n");
        Table(page, ["campaign", "events", "profile", "alerts", "time to detect", "alerts of the base"], report.Recommendation.Chosen.Outcomes.Zip(report.Recommendation.Base.Outcomes, (outcome, before) =>
            new[] { outcome.Campaign, outcome.Events, outcome.Profile, outcome.Alerts.ToString(System.Globalization.CultureInfo.InvariantCulture), TuningText.Time(outcome.TimeToDetect), before.Alerts.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        page.Append("<h2>What no other setting betters</h2>\n");
        Table(page, ["setting", "false positives per 1,000 host-days", "precision of alerts", "recall of campaigns"], report.ParetoFront.Select(score => new[]
        {
            report.Grid.Settings[score.Setting].ToString(), TuningText.Number(score.FalsePositivesPer1000HostDays), TuningText.Share(score.Alerts.Precision), TuningText.Share(score.Campaigns.Recall),
        }));
        page.Append("<h2>What fires falsely</h2>\n");
        Table(page, ["persona", "process", "destination", "alerts", "hosts", "values", "gone at"], report.FalsePositives.Take(ShownRows).Select(group => new[]
        {
            group.Persona, group.Image, group.Destination, TuningText.Number(group.Alerts), TuningText.Number(group.Hosts), TuningText.Ranges(group), TuningText.Gone(group),
        }));
        page.Append("<h2>What could be excluded</h2>\n");
        Table(page, ["part", "value", "false alerts saved", "true alerts lost", "campaigns lost"], report.Exclusions.Take(ShownRows).Select(candidate => new[]
        {
            candidate.Part, candidate.Value, TuningText.Number(candidate.FalsePositives), TuningText.Number(candidate.TruePositives), candidate.CampaignsLost.Count == 0 ? "none" : string.Join(", ", candidate.CampaignsLost),
        }));
        if (report.Grid.Refused.Count == 0) return;
        page.Append("<h2>Settings that are not valid</h2>\n<ul>\n");
        foreach (var refused in report.Grid.Refused.Take(ShownRows)) page.Append($"<li>{Text(refused)}</li>\n");
        page.Append("</ul>\n");
    }

    private static void Figure(StringBuilder page, string id, string caption, string svg)
    {
        if (svg.Length > 0) page.Append($"<figure id=\"{id}\">{svg}<figcaption>{Text(caption)}</figcaption></figure>\n");
    }

    private static void Table(StringBuilder page, IEnumerable<string> heads, IEnumerable<IReadOnlyList<string?>> rows)
    {
        page.Append($"<table>\n<tr>{string.Concat(heads.Select(head => $"<th>{Text(head)}</th>"))}</tr>\n");
        foreach (var row in rows) page.Append($"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell ?? TuningText.None)}</td>"))}</tr>\n");
        page.Append("</table>\n");
    }

    private static string Text(string? text) => SvgCanvas.Text(text);
}
