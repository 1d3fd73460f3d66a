using System.Text.Json;
using DetectionKit.CommandLine.Output;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Differences;

namespace DetectionKit.CommandLine.Differences;

/// <summary>Differences of a rule as one JSON object.</summary>
internal static class DifferenceJson
{
    internal static void Write(Utf8JsonWriter json, OptionDifference change)
    {
        json.WriteStartObject();
        json.WriteString("option", change.Option);
        json.WriteString("old", change.Old);
        json.WriteString("new", change.New);
        Strings(json, "stages", change.Stages);
        json.WritePropertyName("example");
        if (change is { Example: { } example, NewOutcome: { } outcome }) Write(json, example, outcome);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, DetectionCase one, CaseExpectation outcome)
    {
        json.WriteStartObject();
        json.WriteString("name", one.Name);
        json.WriteString("asks", one.Probes);
        json.WriteString("old", one.Expected!.ToString());
        json.WriteString("new", outcome.ToString());
        json.WriteStartArray("events");
        foreach (var e in CaseEvents.Of(one)) ValueJson.Write(json, e);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, RecordedDifference recorded)
    {
        json.WriteStartObject();
        json.WriteNumber("both", recorded.Both);
        json.WriteStartArray("onlyOld");
        foreach (var alert in recorded.OnlyOld) AlertJson.Write(json, alert);
        json.WriteEndArray();
        json.WriteStartArray("onlyNew");
        foreach (var alert in recorded.OnlyNew) AlertJson.Write(json, alert);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines) json.WriteStringValue(line);
        json.WriteEndArray();
    }
}
