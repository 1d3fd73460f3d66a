namespace DetectionKit.CommandLine.Fields;

/// <summary>The fields of Zeek's TSV: the columns that its head names.</summary>
internal static class TabbedFields
{
    internal static NamedFields Of(IReadOnlyList<string> lines, string header)
    {
        var names = header.Split('\t')[1..];
        return new(names, without => lines.Select(line => line.StartsWith('#') || without is null ? line : Unset(line, Array.IndexOf(names, without))));
    }

    private static string Unset(string line, int column)
    {
        var parts = line.Split('\t');
        if (column < parts.Length) parts[column] = "-";
        return string.Join('\t', parts);
    }
}
