using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Formats;

/// <summary>Tells an input's format from its first records. Broken ones are passed over; the file's name plays no part.</summary>
internal static class FormatDetection
{
    public const int MaxRecords = 1000;

    /// <summary>The format; null when the input has no record at all.</summary>
    /// <exception cref="SourceException">There are records, but none that a format recognises.</exception>
    public static IEventFormat? Detect(string input, RecordReader reader, FormatCatalog catalog, int maxBytes)
    {
        string? fields = null;
        int records = 0, broken = 0;
        for (var status = reader.Next(); status != RecordStatus.End && records < MaxRecords; status = reader.Next())
        {
            if (status == RecordStatus.Pending && reader.Buffered > maxBytes) break;
            if (status == RecordStatus.TooLong) broken++;
            if (status != RecordStatus.Record) continue;
            foreach (var format in catalog.Formats)
            {
                if (format.Recognises(reader.Record)) return format;
            }

            if (JsonText.PropertyNames(reader.Record) is not { } names)
            {
                broken++;
                continue;
            }

            records++;
            fields ??= names;
        }

        if (records + broken == 0) return reader.Fault is { } fault ? throw new SourceException(input, $"{input} can't be read: {fault}") : null;
        throw new SourceException(input, Message(input, reader, catalog, records, broken, fields));
    }

    private static string Message(string input, RecordReader reader, FormatCatalog catalog, int records, int broken, string? fields)
    {
        var looked = records > 0
            ? $"Of its first {records + broken} records {broken} are not JSON objects; the first that is one has the fields {fields}."
            : $"Of its first {broken} lines none is a JSON object.";
        var fault = reader.Fault is null ? "" : $" It can't be read to its end: {reader.Fault}";
        var known = string.Join("; ", catalog.Formats.Select(f => $"{f.Name} ({f.Description})"));
        var example = catalog.Formats[0].Name;
        return $"{input}: the format can't be told from its content. {looked}{fault} Known: {known}. If it is one of these, name it: --format {example}.";
    }
}
