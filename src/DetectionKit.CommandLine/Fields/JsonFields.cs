using System.Text.Json;
using System.Text.Json.Nodes;

namespace DetectionKit.CommandLine.Fields;

/// <summary>The fields of JSON lines, by the way to each.</summary>
internal static class JsonFields
{
    internal static NamedFields Of(IReadOnlyList<string> lines)
    {
        var objects = lines.Select(Parse).OfType<JsonObject>().ToList();
        return new([.. objects.SelectMany(o => Leaves(o, "")).Distinct().Order(StringComparer.Ordinal)], without => objects.Select(o => Without(o, without)));
    }

    private static JsonNode? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Leaves(JsonObject record, string path) => record.SelectMany(member =>
        member.Value is JsonObject { Count: > 0 } inner ? Leaves(inner, $"{path}{member.Key}.") : [path + member.Key]);

    // A name may have dots in it: the longest way that is there counts.
    private static string Without(JsonObject record, string? path)
    {
        if (path is null) return record.ToJsonString();
        var copy = (JsonObject)record.DeepClone();
        Remove(copy, path);
        return copy.ToJsonString();
    }

    private static bool Remove(JsonObject record, string path)
    {
        if (record.Remove(path)) return true;
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (record.TryGetPropertyValue(path[..dot], out var inner) && inner is JsonObject owner && Remove(owner, path[(dot + 1)..])) return true;
        }

        return false;
    }
}
