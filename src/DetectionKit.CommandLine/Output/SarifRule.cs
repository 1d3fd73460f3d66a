using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>A detection as a rule of SARIF (reportingDescriptor, 3.49).</summary>
internal static class SarifRule
{
    internal static string LevelOf(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Low or Severity.Informational => "note",
        _ => "warning",
    };

    internal static void Write(Utf8JsonWriter json, DetectionInfo info)
    {
        json.WriteStartObject();
        json.WriteString("id", info.Id);
        Text(json, "shortDescription", info.Title);
        if (info.Description is { } description) Text(json, "fullDescription", description);
        if (info.References.FirstOrDefault(r => Uri.IsWellFormedUriString(r, UriKind.Absolute)) is { } reference) json.WriteString("helpUri", reference);
        Text(json, "help", HelpOf(info));
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(info.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteNumber("version", info.Version);
        json.WriteString("severity", info.Severity.ToString());
        json.WriteString("confidence", info.Confidence.ToString());
        json.WriteStartArray("tags");
        json.WriteStringValue("security");
        foreach (var technique in info.Techniques) json.WriteStringValue($"external/mitre-attack/{technique.Id}");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string HelpOf(DetectionInfo info)
    {
        List<string> lines = [info.Title];
        if (info.FalsePositives.Count > 0) lines.AddRange(["False positives:", .. info.FalsePositives.Select(f => "- " + f)]);
        if (info.BlindSpots.Count > 0) lines.AddRange(["Blind spots:", .. info.BlindSpots.Select(b => "- " + b)]);
        return string.Join('\n', lines);
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
