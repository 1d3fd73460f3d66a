namespace DetectionKit.CommandLine.Fields;

/// <summary>The fields of an input's records, and the records without one of them.</summary>
/// <param name="Names">The fields.</param>
/// <param name="Without">The records without a field; as they are without null.</param>
internal sealed record NamedFields(IReadOnlyList<string> Names, Func<string?, IEnumerable<string>> Without)
{
    /// <summary>The fields of an input's first lines; none where records have no names for theirs.</summary>
    internal static NamedFields Of(IReadOnlyList<string> lines)
    {
        if (lines.FirstOrDefault(line => line.StartsWith("#fields", StringComparison.Ordinal)) is { } header) return TabbedFields.Of(lines, header);
        if (lines.Any(line => line.TrimStart().StartsWith("<Event", StringComparison.Ordinal))) return XmlFields.Of(lines);
        return lines.Any(line => line.StartsWith("type=", StringComparison.Ordinal)) ? AuditFields.Of(lines) : JsonFields.Of(lines);
    }
}
