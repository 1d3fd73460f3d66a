using System.Net;
using System.Text.RegularExpressions;

namespace DetectionKit.Benchmarks.Contestants.Linq;

/// <summary>The flagship's filters as they are usually written: a list of networks, and the reference query's regular expression, interpreted.</summary>
internal static class FlagshipAsUsuallyWritten
{
    private static readonly IPNetwork[] s_excluded =
    [
        .. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1/128" }.Select(network => IPNetwork.Parse(network)),
    ];

    // Without a timeout, as usually written: the workload is the program's own, and the pattern has nothing to backtrack into.
    private static readonly Regex s_excludedImages = new(
        @"(?i)(chrome|firefox|msedge|MicrosoftEdgeCP|iexplore|brave|opera|safari|waterfox|svchost|MsMpEng|wuauclt|TrustedInstaller|msiexec|ccmexec|teams|OneDrive)\.exe$");

    internal static bool IsPublic(IPAddress address) => !s_excluded.Any(network => network.Contains(address));

    internal static bool IsLookedAt(string? image) => image is null || !s_excludedImages.IsMatch(image);
}
