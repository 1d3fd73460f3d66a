using DetectionKit.Benchmarks.Measuring;

namespace DetectionKit.Benchmarks.Contestants.Linq;

/// <summary>LINQ to objects as usually written: the hour is a part of the key.</summary>
internal sealed class LinqQuery(NetworkConnection[] events) : IContestant
{
    public string Name => "linq";

    public void Run(RunProbe probe)
    {
        var groups = events
            .Where(e => FlagshipAsUsuallyWritten.IsPublic(e.RemoteAddress))
            .Where(e => FlagshipAsUsuallyWritten.IsLookedAt(e.Image))
            .GroupBy(e => new { e.Host, e.User, e.Image, e.CommandLine, e.RemoteAddress, Hour = e.Time.UtcTicks / TimeSpan.TicksPerHour })
            .Select(g => new { g.Key, Connections = g.Count(), Ports = g.Select(e => e.RemotePort).Distinct().Count() })
            .Where(g => g.Connections >= FlagshipRule.MinConnections);
        foreach (var group in groups)
        {
            var key = group.Key;
            probe.Alerts.Add(
                key.Hour * TimeSpan.TicksPerHour,
                FlagshipRule.Beacon(key.Host, key.User, key.Image, key.CommandLine, key.RemoteAddress, group.Connections, group.Ports));
        }
    }
}
