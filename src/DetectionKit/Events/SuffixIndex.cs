namespace DetectionKit;

/// <summary>
/// Finds which of some suffixes a text ends with, ordinal and ignoring case. One character of the text, at the place from its end where the suffixes
/// differ most, picks the few suffixes worth comparing: a list that all ends in <c>.exe</c> is told apart before it.
/// </summary>
internal sealed class SuffixIndex
{
    private const int Ascii = 128;
    private readonly string[] _suffixes;
    private readonly int _fromEnd;
    private readonly int[]?[] _candidates = new int[Ascii][];
    private readonly int[] _all;

    /// <param name="suffixes">Suffixes of at least one character.</param>
    internal SuffixIndex(string[] suffixes)
    {
        _suffixes = suffixes;
        _all = [.. Enumerable.Range(0, suffixes.Length)];
        _fromEnd = suffixes.Length == 0
            ? 1
            : Enumerable.Range(1, suffixes.Min(s => s.Length)).MaxBy(d => suffixes.Select(s => char.ToUpperInvariant(s[^d])).Distinct().Count());
        for (var c = 0; c < Ascii; c++)
        {
            var fits = Array.FindAll(_all, i => char.ToUpperInvariant(suffixes[i][^_fromEnd]) == char.ToUpperInvariant((char)c));
            _candidates[c] = fits.Length == 0 ? null : fits;
        }
    }

    /// <summary>The first suffix that the text ends with, or -1.</summary>
    /// <param name="text">The text.</param>
    /// <param name="wholeName">Whether the suffix must be all of the text, or begin with or after a path separator.</param>
    internal int Find(string text, bool wholeName)
    {
        if (text.Length < _fromEnd) return -1;
        var c = text[^_fromEnd];
        // Ordinal comparison that ignores case compares invariant upper case, as the table does; beyond ASCII there is no table.
        var candidates = c < Ascii ? _candidates[c] : _all;
        if (candidates is null) return -1;
        foreach (var candidate in candidates)
        {
            var suffix = _suffixes[candidate];
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (!wholeName || BeginsName(text, suffix.Length))) return candidate;
        }

        return -1;
    }

    private static bool BeginsName(string text, int suffixLength) =>
        suffixLength == text.Length || text[^(suffixLength + 1)] is '\\' or '/' || text[^suffixLength] is '\\' or '/';
}
