using System.Globalization;
using System.Text;
using System.Text.Json;
using DetectionKit.CommandLine.Output;

namespace DetectionKit.CommandLine.Validation;

/// <summary>What was seen of a test.</summary>
/// <param name="Scenario">The test.</param>
/// <param name="Seen">How many events of each kind were seen.</param>
/// <param name="Alerts">The alerts.</param>
internal sealed record ValidationOutcome(ValidationScenario Scenario, IReadOnlyList<(ExpectedTelemetry Telemetry, int Seen)> Seen, IReadOnlyList<Alert> Alerts)
{
    /// <summary>Whether all that was expected was seen, and no more alerts.</summary>
    internal bool IsAsExpected => Seen.All(one => one.Seen == one.Telemetry.Expected) && Alerts.Count == Scenario.Alerts;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("Test", Scenario.Number);
        json.WriteString("Title", Scenario.Title);
        json.WriteBoolean("Passed", IsAsExpected);
        json.WriteStartArray("Telemetry");
        foreach (var (telemetry, seen) in Seen)
        {
            json.WriteStartObject();
            json.WriteString("Name", telemetry.Name);
            json.WriteNumber("Expected", telemetry.Expected);
            json.WriteNumber("Seen", seen);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("Detection", Scenario.Detection);
        json.WriteNumber("ExpectedAlerts", Scenario.Alerts);
        json.WriteStartArray("Alerts");
        foreach (var alert in Alerts) AlertJson.Write(json, alert);
        json.WriteEndArray();
        if (Scenario.Remark is not null) json.WriteString("Remark", Scenario.Remark);
        json.WriteEndObject();
    }

    /// <summary>The test as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Test {Scenario.Number}: {Scenario.Title}: {(IsAsExpected ? "passed" : "FAILED")}");
        foreach (var (telemetry, seen) in Seen) text.AppendLine(CultureInfo.InvariantCulture, $"  {(seen == telemetry.Expected ? "seen" : "MISSED")}  {telemetry.Name}: {seen} of {telemetry.Expected}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  {Scenario.Detection}: {Alerts.Count} of {Scenario.Alerts} alerts");
        foreach (var alert in Alerts) text.AppendLine(CultureInfo.InvariantCulture, $"    {alert.Tier?.Label ?? alert.Detection.Title}: {alert.UntypedValue}");
        if (Scenario.Remark is not null) text.AppendLine(CultureInfo.InvariantCulture, $"  {Scenario.Remark}");
        return text.ToString();
    }
}
