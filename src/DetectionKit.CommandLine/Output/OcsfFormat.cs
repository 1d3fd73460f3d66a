using System.Net;
using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>OCSF 1.3 Detection Findings (class 2004), one JSON object a line.</summary>
internal sealed class OcsfFormat : IAlertFormat
{
    private const int Findings = 2, DetectionFinding = 2004, Create = 1, Update = 2, Close = 3;

    /// <inheritdoc/>
    public string Name => "ocsf";

    /// <inheritdoc/>
    public IAlertWriter Open(AlertOutput output) => new JsonLinesWriter(output, Write);

    private static void Write(Utf8JsonWriter json, Alert alert)
    {
        var info = alert.Detection;
        var activity = alert.Status == AlertStatus.Withdrawn ? Close : alert.Revision > 0 ? Update : Create;
        json.WriteStartObject();
        json.WriteNumber("class_uid", DetectionFinding);
        json.WriteString("class_name", "Detection Finding");
        json.WriteNumber("category_uid", Findings);
        json.WriteString("category_name", "Findings");
        json.WriteNumber("activity_id", activity);
        json.WriteString("activity_name", activity switch { Create => "Create", Update => "Update", _ => "Close" });
        json.WriteNumber("type_uid", (DetectionFinding * 100) + activity);
        json.WriteNumber("time", alert.Window.End.ToUnixTimeMilliseconds());
        json.WriteNumber("start_time", alert.Evidence.First.ToUnixTimeMilliseconds());
        json.WriteNumber("end_time", alert.Evidence.Last.ToUnixTimeMilliseconds());
        // The numbers of both are OCSF's own.
        json.WriteNumber("severity_id", (int)info.Severity);
        json.WriteString("severity", info.Severity.ToString());
        json.WriteNumber("confidence_id", (int)info.Confidence);
        json.WriteString("confidence", info.Confidence.ToString());
        json.WriteNumber("status_id", alert.Status == AlertStatus.Withdrawn ? 4 : 1);
        json.WriteStartObject("metadata");
        json.WriteString("version", "1.3.0");
        json.WriteString("uid", alert.Id);
        json.WriteStartObject("product");
        json.WriteString("name", "DetectionKit");
        json.WriteString("vendor_name", "DetectionKit");
        json.WriteEndObject();
        json.WriteEndObject();
        WriteFinding(json, alert);
        json.WriteStartArray("evidences");
        foreach (var e in alert.Evidence.Sample)
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            json.WriteString("time", ScalarText.Iso(e.Time));
            if (e.Position is { } position) json.WriteString("position", position.ToString());
            WriteFields(json, e.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Where(field => field.Key is not "time" and not "position"));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteObservables(json, alert);
        json.WriteStartObject("unmapped");
        if (alert.Tier is { } tier) json.WriteString("tier", tier.Label);
        json.WriteString("options_hash", alert.OptionsHash);
        foreach (var member in AlertJson.MembersOf(alert.UntypedValue)) Write(json, member.Name, member.Get(alert.UntypedValue!));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Alert alert)
    {
        var info = alert.Detection;
        json.WriteStartObject("finding_info");
        json.WriteString("uid", alert.Id);
        json.WriteString("title", info.Title);
        if (!string.IsNullOrEmpty(info.Description)) json.WriteString("desc", info.Description);
        json.WriteStartObject("analytic");
        json.WriteNumber("type_id", 1);
        json.WriteString("type", "Rule");
        json.WriteString("uid", info.Id);
        json.WriteString("name", info.Title);
        json.WriteString("version", info.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartArray("attacks");
        foreach (var technique in info.Techniques)
        {
            json.WriteStartObject();
            var name = technique.Id.Contains('.', StringComparison.Ordinal) ? "sub_technique" : "technique";
            json.WriteStartObject(name);
            json.WriteString("uid", technique.Id);
            if (technique.Name is { } text) json.WriteString("name", text);
            json.WriteEndObject();
            if (technique.Tactic is { } tactic)
            {
                json.WriteStartObject("tactic");
                json.WriteString("uid", tactic);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // What other findings can be compared by: the addresses and names that the key has.
    private static void WriteObservables(Utf8JsonWriter json, Alert alert)
    {
        const int HostName = 1, IpAddress = 2, UserName = 4;
        json.WriteStartArray("observables");
        foreach (var part in alert.Key.Parts.Where(part => part.Value is not null))
        {
            int? type = part.Value is IPAddress ? IpAddress : part.Name.Contains("Host", StringComparison.Ordinal) ? HostName : part.Name.Contains("User", StringComparison.Ordinal) ? UserName : null;
            if (type is null) continue;
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteNumber("type_id", type.Value);
            json.WriteString("value", ScalarText.Of(part.Value!) ?? part.Value!.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        foreach (var (name, value) in fields) Write(json, name, value);
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        ValueJson.Write(json, value);
    }
}
