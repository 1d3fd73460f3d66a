using System.Net;
using DetectionKit.Detections;
using DetectionKit.Networks;

namespace DetectionKit.Benchmarks.Contestants;

/// <summary>The flagship's rule for those who do without the engine: what a counted group says.</summary>
internal static class FlagshipRule
{
    internal const int MinConnections = 12;

    internal static Beacon Beacon(string? host, string? user, string? image, string? commandLine, IPAddress address, int connections, int ports)
    {
        var risk = RiskOf(connections, ports);
        return new(
            host, user, image, commandLine, address, connections, (double)Math.Round(connections / 60m, 2, MidpointRounding.AwayFromZero), ports, risk, (int)risk, HostingNetworks.Embedded.Describe(address));
    }

    private static BeaconRisk RiskOf(int connections, int ports) => connections switch
    {
        >= 50 when ports <= 1 => BeaconRisk.Critical,
        >= 30 when ports <= 2 => BeaconRisk.High,
        >= 20 => BeaconRisk.Medium,
        _ => BeaconRisk.Low,
    };
}
