using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DetectionKit.CommandLine.Reading;
using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Fields;

/// <summary>
/// Which fields of the records in an input change nothing that a detection reads: each is left out of the input's first records in turn, and these are read again. So it holds for every format whose records have
/// names for their fields: JSON lines, and Zeek's TSV.
/// </summary>
internal static class UnreadFields
{
    private const int FirstLines = 2_000, MostFields = 400;

    /// <summary>The fields; null where the input's fields have no names, or where its first records give no event that the detection reads.</summary>
    internal static IReadOnlyList<string>? Of(DetectionPlan plan, SourceInput input, InputSelection selection)
    {
        var lines = FirstOf(input.Path);
        var records = Records(lines);
        if (records.Fields.Count is 0 or > MostFields) return null;
        var folder = Directory.CreateTempSubdirectory("detectionkit-fields-");
        try
        {
            var file = Path.Combine(folder.FullName, Path.GetFileName(input.Path).Replace(".gz", "", StringComparison.OrdinalIgnoreCase));
            var options = selection.Options;
            var sample = new InputSelection([file], new SourceOptions { Format = options.Format, FalconTime = options.FalconTime, SysmonTime = options.SysmonTime, FoldCase = options.FoldCase, Formats = options.Formats });
            var whole = Read(records.Without(null));
            return whole.Length == 0 ? null : [.. records.Fields.Where(field => Read(records.Without(field)) == whole)];

            string Read(IEnumerable<string> text)
            {
                File.WriteAllLines(file, text);
                return string.Join('\n', plan.Sources.SelectMany(source => IEventReader.Of(source.RowType).Values(source, sample, FieldsRead.Of(plan, source.RowType))));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> FirstOf(string path)
    {
        using Stream file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file, Encoding.UTF8);
        var lines = new List<string>();
        try
        {
            while (lines.Count < FirstLines && text.ReadLine() is { } line) lines.Add(line);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // The run has told of it: what could be read is enough.
        }

        return lines;
    }

    private static (IReadOnlyList<string> Fields, Func<string?, IEnumerable<string>> Without) Records(List<string> lines)
    {
        if (lines.FirstOrDefault(line => line.StartsWith("#fields", StringComparison.Ordinal)) is { } header)
        {
            var names = header.Split('\t')[1..];
            return (names, without => lines.Select(line => line.StartsWith('#') || without is null ? line : Unset(line, Array.IndexOf(names, without))));
        }

        var objects = lines.Select(Parse).OfType<JsonObject>().ToList();
        return (objects.Count == 0 ? [] : [.. objects.SelectMany(o => Leaves(o, "")).Distinct().Order(StringComparer.Ordinal)], without => objects.Select(o => Without(o, without)));
    }

    private static string Unset(string line, int column)
    {
        var parts = line.Split('\t');
        if (column < parts.Length) parts[column] = "-";
        return string.Join('\t', parts);
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
