using System.IO;

namespace DetectionKit.Analyzers.Attack;

/// <summary>The ids of ATT&amp;CK Enterprise, from the table that is part of this assembly. © The MITRE Corporation, reproduced under ATT&amp;CK's terms of use.</summary>
internal static class AttackCatalogue
{
    private static readonly Lazy<Dictionary<string, AttackEntry>> s_entries = new(Read);

    /// <summary>The entry of an id; null when there is none.</summary>
    public static AttackEntry? Find(string id) => s_entries.Value.TryGetValue(id, out var entry) ? entry : null;

    /// <summary>The current entry whose id is written most like a text.</summary>
    public static AttackEntry Nearest(string text, string prefix) =>
        s_entries.Value.Values.Where(e => e.IsCurrent && e.Id.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(e => Distance(e.Id, text.ToUpperInvariant())).ThenBy(e => e.Id, StringComparer.Ordinal).First();

    /// <summary>The tactics of a technique, as entries.</summary>
    public static IReadOnlyList<AttackEntry> TacticsOf(AttackEntry technique) =>
        [.. technique.Tactics.Select(tactic => s_entries.Value.Values.FirstOrDefault(e => e.Id.StartsWith("TA", StringComparison.Ordinal) && e.Tactics.Contains(tactic))).OfType<AttackEntry>()];

    private static Dictionary<string, AttackEntry> Read()
    {
        var entries = new Dictionary<string, AttackEntry>(StringComparer.OrdinalIgnoreCase);
        using var reader = new StreamReader(typeof(AttackCatalogue).Assembly.GetManifestResourceStream("attack-techniques.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("#", StringComparison.Ordinal) || line.Split('\t') is not [var id, var name, var tactics, var status, ..]) continue;
            var replacedBy = status.StartsWith("revoked ", StringComparison.Ordinal) ? status.Substring("revoked ".Length).Trim() : null;
            entries[id] = new AttackEntry(id, name, [.. tactics.Split(',').Select(t => t.Trim()).Where(t => t.Length > 0)], status == "current", replacedBy);
        }

        return entries;
    }

    // Levenshtein: how many characters are to be changed, put in or left out.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
