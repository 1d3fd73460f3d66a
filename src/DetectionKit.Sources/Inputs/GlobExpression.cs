using System.Text.RegularExpressions;

namespace DetectionKit.Sources.Inputs;

/// <summary>A glob as a regular expression over paths with forward slashes.</summary>
internal static class GlobExpression
{
    public static Regex Of(string glob)
    {
        var expression = Regex.Escape(glob.Replace('\\', '/'))
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex($"^{expression}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }
}
