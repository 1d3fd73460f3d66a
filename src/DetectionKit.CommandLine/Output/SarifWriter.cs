using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>Writes a SARIF 2.1.0 log with one run: the detections are its rules, the alerts its results.</summary>
internal sealed class SarifWriter : IAlertWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private readonly AlertOutput _output;
    private readonly JsonText _json;
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);

    internal SarifWriter(AlertOutput output)
    {
        _output = output;
        _json = new(output.Writer, isIndented: true);
        var json = _json.Writer;
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "DetectionKit");
        json.WriteString("semanticVersion", VersionOf(typeof(SarifWriter).Assembly));
        json.WriteStartArray("rules");
        foreach (var detection in output.Detections)
        {
            _rules[detection.Info.Id] = _rules.Count;
            SarifRule.Write(json, detection.Info);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
    }

    public void Write(Alert alert)
    {
        var json = _json.Writer;
        json.WriteStartObject();
        json.WriteString("ruleId", alert.Detection.Id);
        json.WriteNumber("ruleIndex", _rules[alert.Detection.Id]);
        json.WriteString("level", SarifRule.LevelOf(alert.Detection.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", MessageOf(alert));
        json.WriteEndObject();
        WriteLocations(json, alert.Evidence);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("detectionKitAlertId/v1", alert.Id);
        json.WriteEndObject();
        json.WritePropertyName("properties");
        AlertJson.Write(json, alert);
        json.WriteEndObject();
        _json.Pass();
    }

    public void Complete(bool succeeded)
    {
        var json = _json.Writer;
        json.WriteEndArray();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", succeeded);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        _json.EndLine();
        _output.Writer.Flush();
        _json.Dispose();
    }

    private static string VersionOf(Assembly assembly) => assembly.GetName().Version is { } version ? version.ToString(3) : "0.0.0";

    private static string MessageOf(Alert alert)
    {
        var key = string.Join(", ", alert.Key.Parts.Select(p => $"{p.Name} {ValueText.Of(p.Value)}"));
        var what = alert.Tier is { } tier ? $"{tier.Label}. {alert.Detection.Title}" : alert.Detection.Title;
        return string.Create(CultureInfo.InvariantCulture, $"{what}{(key.Length > 0 ? ": " + key : "")}; {ScalarText.Iso(alert.Window.Start)} to {ScalarText.Iso(alert.Window.End)}.");
    }

    // A result has one location; the others of the evidence are related to it (SARIF 2.1.0, 3.27.12 and 3.27.22).
    private static void WriteLocations(Utf8JsonWriter json, AlertEvidence evidence)
    {
        var positions = evidence.Sample.Where(e => e.Position is not null).Select(e => e.Position!.Value).ToList();
        if (positions.Count == 0) return;
        json.WriteStartArray("locations");
        WriteLocation(json, positions[0], null);
        json.WriteEndArray();
        if (positions.Count == 1) return;
        json.WriteStartArray("relatedLocations");
        for (var i = 1; i < positions.Count; i++) WriteLocation(json, positions[i], i);
        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, EventPosition position, int? id)
    {
        json.WriteStartObject();
        if (id is { } number) json.WriteNumber("id", number);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(position.Source));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, position.Line));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string UriOf(string source) => source == "-"
        ? "stdin"
        : Path.IsPathFullyQualified(source)
        ? new Uri(source).AbsoluteUri
        : string.Join('/', source.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
