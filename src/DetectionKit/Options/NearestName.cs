namespace DetectionKit;

/// <summary>Finds the name that was most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The known name nearest to what was written, ignoring case; null when none is known.</summary>
    internal static string? Of(string written, IEnumerable<string> known) => known.MinBy(k => Distance(written.ToUpperInvariant(), k.ToUpperInvariant()));

    /// <summary>
    /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one text into the other (optimal string alignment:
    /// Damerau 1964, restricted to one edit a place).
    /// </summary>
    internal static int Distance(string a, string b)
    {
        var (beforeLast, last, current) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substituted, Math.Min(last[j], current[j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
