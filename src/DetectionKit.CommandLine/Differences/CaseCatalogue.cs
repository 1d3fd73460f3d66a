using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DetectionKit.CommandLine.Reading;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Differences;
using DetectionKit.Testing.Generation;

namespace DetectionKit.CommandLine.Differences;

/// <summary>The generated cases of a build of a rule with its answers, and its plan as text, kept in a file to compare a later build with.</summary>
/// <param name="Plan">The plan, a line a part.</param>
/// <param name="Cases">The cases.</param>
internal sealed record CaseCatalogue(IReadOnlyList<string> Plan, IReadOnlyList<DetectionCase> Cases)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(), new AddressJsonConverter() }, IncludeFields = true };

    /// <summary>The catalogue of a rule as it is.</summary>
    internal static CaseCatalogue Of(Detection detection) => new(RuleDifferences.PlanOf(detection), GeneratedCases.Of(detection));

    /// <summary>As a JSON text.</summary>
    internal string ToJson(Detection detection)
    {
        var cases = new JsonArray([.. Cases.Select(one => (JsonNode)new JsonObject
        {
            ["name"] = one.Name,
            ["asks"] = one.Probes,
            ["alerts"] = one.Expected!.Alerts,
            ["tiers"] = one.Expected.Tiers is { } tiers ? new JsonArray([.. tiers.Select(tier => (JsonNode)tier)]) : null,
            ["events"] = new JsonArray([.. CaseEvents.Of(one).Select(e => (JsonNode)new JsonObject { [e.GetType().Name] = JsonSerializer.SerializeToNode(e, e.GetType(), s_json) })]),
        })]);
        return new JsonObject { ["detection"] = detection.Info.Id, ["plan"] = new JsonArray([.. Plan.Select(line => (JsonNode)line)]), ["cases"] = cases }.ToJsonString() + "\n";
    }

    /// <summary>Reads a catalogue.</summary>
    /// <exception cref="CommandException">It can't be read, or is of another rule.</exception>
    internal static CaseCatalogue Read(string path, Detection detection)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path))!;
            if (root["detection"]!.GetValue<string>() is var id && id != detection.Info.Id) throw new CommandException($"{path} holds the cases of {id}, not of {detection.Info.Id}.");
            var types = detection.Plan.Sources.Select(source => source.RowType).DistinctBy(type => type.Name).ToDictionary(type => type.Name, StringComparer.Ordinal);
            return new([.. root["plan"]!.AsArray().Select(line => line!.GetValue<string>())], [.. root["cases"]!.AsArray().Select(one => Case(one!, types))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException or KeyNotFoundException or NotSupportedException)
        {
            throw new CommandException($"--cases {path}: it is no catalogue of cases that {detection.Info.Id} can read: {e.Message} Write one with diff {detection.Info.Id} --keep FILE.", e);
        }
    }

    private static DetectionCase Case(JsonNode one, Dictionary<string, Type> types)
    {
        var events = one["events"]!.AsArray().Select(e => e!.AsObject().First()).Select(e => e.Value.Deserialize(types[e.Key], s_json)!);
        var made = CaseEvents.ToCase(one["name"]!.GetValue<string>(), [.. events]).Probing(one["asks"]!.GetValue<string>());
        var alerts = one["alerts"]!.GetValue<int>();
        if (alerts == 0) return made.StaysSilent();
        return one["tiers"] is JsonArray tiers ? made.Fires([.. tiers.Select(tier => tier!.GetValue<string>())]) : made.FiresTimes(alerts);
    }
}
