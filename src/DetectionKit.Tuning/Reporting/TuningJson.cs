using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Tuning.Scoring;
using DetectionKit.Tuning.Settings;

namespace DetectionKit.Tuning.Reporting;

/// <summary>A report as one JSON object. A figure that does not exist (the precision of no alerts) is null; times are in seconds.</summary>
public static class TuningJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    public static string Write(TuningReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options)) Write(json, report);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, TuningReport report)
    {
        json.WriteStartObject();
        json.WriteString("detection", report.Detection.Id);
        json.WriteNumber("settings", report.Grid.Settings.Count);
        Strings(json, "refused", report.Grid.Refused);
        Inputs(json, "training", report.Training);
        Inputs(json, "heldOut", report.HeldOut);
        json.WriteStartObject("recommendation");
        json.WriteBoolean("keepsToBudget", report.Recommendation.KeepsToBudget);
        Setting(json, report.Recommendation.Setting);
        Score(json, "training", report.Recommendation.Chosen);
        if (report.Recommendation.Confirmed is { } confirmed) Score(json, "heldOut", confirmed);
        Intervals(json, report, report.Recommendation.Setting.Number);
        Strings(json, "notes", report.Recommendation.Notes);
        json.WriteEndObject();
        json.WriteStartObject("base");
        Score(json, "training", report.Recommendation.Base);
        if (report.Recommendation.BaseConfirmed is { } known) Score(json, "heldOut", known);
        Intervals(json, report, 0);
        json.WriteEndObject();
        json.WriteStartArray("sweep");
        foreach (var score in report.Scores)
        {
            json.WriteStartObject();
            Setting(json, report.Grid.Settings[score.Setting]);
            Figures(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("paretoFront");
        foreach (var score in report.ParetoFront) json.WriteNumberValue(score.Setting);
        json.WriteEndArray();
        FalsePositives(json, report);
        json.WriteEndObject();
    }

    private static void Inputs(Utf8JsonWriter json, string name, IReadOnlyList<SweepResult> results)
    {
        json.WriteStartArray(name);
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("name", result.Name);
            Number(json, "hosts", result.Exposure.Hosts);
            Number(json, "days", result.Exposure.Days);
            json.WriteNumber("alertsOfAnySetting", result.Alerts.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Setting(Utf8JsonWriter json, TuningSetting setting)
    {
        json.WriteNumber("setting", setting.Number);
        json.WriteStartObject("options");
        foreach (var (option, value) in setting.Values) json.WriteString(option, value);
        json.WriteEndObject();
    }

    private static void Score(Utf8JsonWriter json, string name, SettingScore score)
    {
        json.WriteStartObject(name);
        Figures(json, score);
        json.WriteStartArray("campaigns");
        foreach (var outcome in score.Outcomes)
        {
            json.WriteStartObject();
            json.WriteString("campaign", outcome.Campaign);
            json.WriteString("events", outcome.Events);
            json.WriteString("profile", outcome.Profile);
            json.WriteBoolean("found", outcome.IsFound);
            json.WriteNumber("alerts", outcome.Alerts);
            Number(json, "timeToDetectSeconds", outcome.TimeToDetect?.TotalSeconds ?? double.NaN);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Figures(Utf8JsonWriter json, SettingScore score)
    {
        Counts(json, "alerts", score.Alerts);
        Counts(json, "keys", score.Keys);
        Counts(json, "campaignCounts", score.Campaigns);
        Number(json, "precision", score.Alerts.Precision);
        Number(json, "recall", score.Campaigns.Recall);
        Number(json, "f1", score.Keys.F1);
        Number(json, "falsePositivesPer1000HostDays", score.FalsePositivesPer1000HostDays);
        Number(json, "alertsPerAnalystDay", score.AlertsPerAnalystDay);
        Number(json, "medianTimeToDetectSeconds", score.MedianTimeToDetect?.TotalSeconds ?? double.NaN);
    }

    private static void Counts(Utf8JsonWriter json, string name, Confusion counts)
    {
        json.WriteStartObject(name);
        json.WriteNumber("truePositives", counts.TruePositives);
        json.WriteNumber("falsePositives", counts.FalsePositives);
        json.WriteNumber("falseNegatives", counts.FalseNegatives);
        json.WriteNumber("unknown", counts.Unknown);
        Number(json, "precision", counts.Precision);
        Number(json, "recall", counts.Recall);
        Number(json, "f1", counts.F1);
        json.WriteEndObject();
    }

    private static void Intervals(Utf8JsonWriter json, TuningReport report, int setting)
    {
        json.WriteStartArray("intervals");
        foreach (var figure in TuningFigures.All)
        {
            foreach (var heldOut in report.HeldOut.Count == 0 ? new[] { false } : [false, true])
            {
                var interval = figure.Interval(report, setting, heldOut);
                json.WriteStartObject();
                json.WriteString("figure", figure.Name);
                json.WriteBoolean("heldOut", heldOut);
                Number(json, "mean", interval.Mean);
                Number(json, "halfWidth95", interval.HalfWidth);
                json.WriteNumber("seeds", interval.Seeds);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void FalsePositives(Utf8JsonWriter json, TuningReport report)
    {
        json.WriteStartArray("falsePositives");
        foreach (var group in report.FalsePositives)
        {
            json.WriteStartObject();
            json.WriteString("persona", group.Persona);
            json.WriteString("image", group.Image);
            json.WriteString("destination", group.Destination);
            json.WriteNumber("alerts", group.Alerts);
            json.WriteNumber("hosts", group.Hosts);
            json.WriteStartObject("values");
            foreach (var (name, least, greatest) in group.Ranges)
            {
                json.WriteStartArray(name);
                json.WriteNumberValue(least);
                json.WriteNumberValue(greatest);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteStartObject("goneFrom");
            foreach (var (option, value) in group.GoneFrom) json.WriteString(option, value);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("candidateExclusions");
        foreach (var candidate in report.Exclusions)
        {
            json.WriteStartObject();
            json.WriteString("part", candidate.Part);
            json.WriteString("value", candidate.Value);
            json.WriteNumber("falsePositives", candidate.FalsePositives);
            json.WriteNumber("truePositives", candidate.TruePositives);
            Strings(json, "campaignsLost", candidate.CampaignsLost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
