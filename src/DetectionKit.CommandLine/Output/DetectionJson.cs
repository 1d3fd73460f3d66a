using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>A detection as a JSON object: what is known of it, its options by name and value, and the events that it reads.</summary>
internal static class DetectionJson
{
    internal static void Write(Utf8JsonWriter json, Detection detection, object options)
    {
        json.WriteStartObject();
        WriteFields(json, detection, options);
        json.WriteEndObject();
    }

    /// <summary>The fields, within an object that the caller has begun.</summary>
    internal static void WriteFields(Utf8JsonWriter json, Detection detection, object options)
    {
        var info = detection.Info;
        json.WriteString("Id", info.Id);
        json.WriteNumber("Version", info.Version);
        json.WriteString("Title", info.Title);
        json.WriteString("Description", info.Description);
        json.WriteString("Severity", info.Severity.ToString());
        json.WriteString("Confidence", info.Confidence.ToString());
        Array(json, "Techniques", info.Techniques.Select(t => t.Id));
        Array(json, "References", info.References);
        Array(json, "FalsePositives", info.FalsePositives);
        Array(json, "BlindSpots", info.BlindSpots);
        Array(json, "Events", detection.Plan.Sources.Select(s => s.RowType.Name).Distinct());
        json.WriteStartArray("Options");
        foreach (var option in ValueMembers.Of(options.GetType()))
        {
            json.WriteStartObject();
            json.WriteString("Name", option.Name);
            json.WritePropertyName("Value");
            ValueJson.Write(json, option.Get(options));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Array(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
