using System.Net;
using DetectionKit.Benchmarks.Workload.Files;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Files;

/// <summary>The flagship over a user's own events, whose addresses are texts.</summary>
internal static class OwnBeacons
{
    private static readonly NetworkSet s_excluded = new VpsBeaconingOptions().ExcludedNetworks;
    private static readonly ImageNames s_excludedImages = new VpsBeaconingOptions().ExcludedImages;

    internal static Detection<Beacon, NoOptions> Detection { get; } = DetectionKit.Detection.Define("own-beacons", (Events<OwnConnection> events) => events
        .Where(c => !s_excluded.Contains(IPAddress.Parse(c.RemoteAddress)))
        .Where(c => !s_excludedImages.Matches(c.Image))
        .GroupBy(c => new { c.Host, c.User, c.Image, c.CommandLine, c.RemoteAddress })
        .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
        .Aggregate(g => new { g.Key, Connections = g.Count(), Ports = g.CountDistinct(c => c.RemotePort) })
        .Where(b => b.Connections >= FlagshipRule.MinConnections)
        .Select(b => FlagshipRule.Beacon(b.Key.Host, b.Key.User, b.Key.Image, b.Key.CommandLine, IPAddress.Parse(b.Key.RemoteAddress), b.Connections, b.Ports)));
}
