using System.Text.Json;

namespace DetectionKit.CommandLine.Output;

/// <summary>
/// An alert as a JSON object: what every alert has, and its value's properties by their names. A property whose name is taken by the alert's own fields stands in an
/// object <c>Value</c>; a value without properties is <c>Value</c> itself.
/// </summary>
internal static class AlertJson
{
    private static readonly HashSet<string> s_own = new(StringComparer.Ordinal)
    {
        "AlertId", "Detection", "Revision", "Status", "WindowStart", "WindowEnd", "Severity", "Confidence", "Techniques", "Tier", "OptionsHash", "Evidence",
    };

    internal static void Write(Utf8JsonWriter json, Alert alert)
    {
        json.WriteStartObject();
        json.WriteString("AlertId", alert.Id);
        json.WriteString("Detection", alert.Detection.Id);
        json.WriteNumber("Revision", alert.Revision);
        json.WriteString("Status", alert.Status.ToString());
        WriteValue(json, alert.UntypedValue);
        json.WriteString("WindowStart", ScalarText.Iso(alert.Window.Start));
        json.WriteString("WindowEnd", ScalarText.Iso(alert.Window.End));
        json.WriteString("Severity", alert.Detection.Severity.ToString());
        json.WriteString("Confidence", alert.Detection.Confidence.ToString());
        json.WriteStartArray("Techniques");
        foreach (var technique in alert.Detection.Techniques) json.WriteStringValue(technique.Id);
        json.WriteEndArray();
        if (alert.Tier is { } tier) json.WriteString("Tier", tier.Label);
        json.WriteString("OptionsHash", alert.OptionsHash);
        WriteEvidence(json, alert.Evidence);
        json.WriteEndObject();
    }

    /// <summary>The properties of a value by which it is shown; none when it is one thing: a text, a number, a list.</summary>
    internal static IReadOnlyList<ValueMember> MembersOf(object? value) =>
        value is null or bool or System.Collections.IEnumerable or IFormattable or decimal || value.GetType().IsPrimitive || ScalarText.Of(value) is not null
            ? []
            : ValueMembers.Of(value.GetType());

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        var members = MembersOf(value);
        if (value is null || members.Count == 0)
        {
            json.WritePropertyName("Value");
            ValueJson.Write(json, value);
            return;
        }

        var taken = members.Where(m => s_own.Contains(m.Name)).ToList();
        if (taken.Count > 0) taken.AddRange(members.Where(m => m.Name == "Value"));
        foreach (var member in members.Except(taken)) Write(json, member, value);
        if (taken.Count == 0) return;
        json.WriteStartObject("Value");
        foreach (var member in taken) Write(json, member, value);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, AlertEvidence evidence)
    {
        json.WriteStartObject("Evidence");
        json.WriteString("First", ScalarText.Iso(evidence.First));
        json.WriteString("Last", ScalarText.Iso(evidence.Last));
        json.WriteStartArray("Sample");
        foreach (var e in evidence.Sample)
        {
            json.WriteStartObject();
            json.WriteString("Time", ScalarText.Iso(e.Time));
            if (e.Position is { } position)
            {
                json.WriteString("Source", position.Source);
                json.WriteNumber("Line", position.Line);
            }
            else
            {
                json.WriteNull("Source");
                json.WriteNull("Line");
            }

            foreach (var (name, value) in e.Fields.Where(f => f.Key is not ("Time" or "Source" or "Line")).OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                ValueJson.Write(json, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ValueMember member, object value)
    {
        json.WritePropertyName(member.Name);
        ValueJson.Write(json, member.Get(value));
    }
}
