using System.IO.Compression;
using System.Text;
using DetectionKit.CommandLine.Reading;
using DetectionKit.Queries;
using DetectionKit.Sources;

namespace DetectionKit.CommandLine.Fields;

/// <summary>
/// Which fields of the records in an input change nothing that a detection reads: each is left out of the input's first records in turn, and these are read again. So it holds for every format whose records have
/// names for their fields: JSON lines, Zeek's TSV, Windows events as XML, and the audit daemon's records.
/// </summary>
internal static class UnreadFields
{
    private const int FirstLines = 2_000, MostFields = 400;

    /// <summary>The fields; null where the input's fields have no names, or where its first records give no event that the detection reads.</summary>
    internal static IReadOnlyList<string>? Of(DetectionPlan plan, SourceInput input, InputSelection selection)
    {
        var lines = FirstOf(input.Path);
        var records = NamedFields.Of(lines);
        if (records.Names.Count is 0 or > MostFields) return null;
        var folder = Directory.CreateTempSubdirectory("detectionkit-fields-");
        try
        {
            var file = Path.Combine(folder.FullName, Path.GetFileName(input.Path).Replace(".gz", "", StringComparison.OrdinalIgnoreCase));
            var options = selection.Options;
            var sample = new InputSelection([file], new SourceOptions { Format = options.Format, FalconTime = options.FalconTime, SysmonTime = options.SysmonTime, FoldCase = options.FoldCase, Formats = options.Formats });
            var whole = Read(records.Without(null));
            return whole.Length == 0 ? null : [.. records.Names.Where(field => Read(records.Without(field)) == whole)];

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
}
