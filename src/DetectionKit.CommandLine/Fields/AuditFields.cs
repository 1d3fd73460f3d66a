using System.Text.RegularExpressions;

namespace DetectionKit.CommandLine.Fields;

/// <summary>The fields of the Linux audit daemon's records: words with an equals sign and a value behind.</summary>
internal static partial class AuditFields
{
    internal static NamedFields Of(IReadOnlyList<string> lines) => new(
        [.. lines.SelectMany(line => Pair().Matches(line).Select(match => match.Groups["name"].Value)).Distinct().Order(StringComparer.Ordinal)],
        without => lines.Select(line => without is null ? line : Pair().Replace(line, match => match.Groups["name"].Value == without ? "" : match.Value)));

    // The input is someone else's: the pattern has to end in time, whatever it is.
    [GeneratedRegex("""(?<name>[A-Za-z0-9_\-]+)=("[^"]*"|'[^']*'|[^ ]*) ?""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pair();
}
