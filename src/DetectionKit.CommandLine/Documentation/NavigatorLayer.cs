using System.Text.Json;

namespace DetectionKit.CommandLine.Documentation;

/// <summary>What detections cover, as a layer of the ATT&amp;CK Navigator (layer format 4.5).</summary>
internal static class NavigatorLayer
{
    private const string LayerFormat = "4.5";

    // Of the table of techniques that the analyzers know (STIX data of November 2025).
    private const string AttackVersion = "18";

    internal static void Write(Stream stream, string name, IReadOnlyList<Detection> detections)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("versions");
        json.WriteString("attack", AttackVersion);
        json.WriteString("layer", LayerFormat);
        json.WriteEndObject();
        json.WriteString("domain", "enterprise-attack");
        json.WriteString("description", $"Techniques that {detections.Count} detections of DetectionKit cover; the score is how many.");
        json.WriteStartArray("techniques");
        foreach (var technique in CoveredTechnique.Of(detections))
        {
            json.WriteStartObject();
            json.WriteString("techniqueID", technique.Id);
            json.WriteNumber("score", technique.Detections.Count);
            json.WriteString("comment", string.Join(", ", technique.Detections.Select(d => d.Info.Id)));
            json.WriteBoolean("enabled", true);
            // A sub-technique is shown only where its technique is opened.
            json.WriteBoolean("showSubtechniques", technique.Id.Contains('.', StringComparison.Ordinal));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("gradient");
        json.WriteStartArray("colors");
        foreach (var color in (string[])["#ffffff", "#66b1ff"]) json.WriteStringValue(color);
        json.WriteEndArray();
        json.WriteNumber("minValue", 0);
        json.WriteNumber("maxValue", Math.Max(1, CoveredTechnique.Of(detections).Select(t => t.Detections.Count).DefaultIfEmpty().Max()));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
