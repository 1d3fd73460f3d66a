using System.Globalization;
using DetectionKit.Detections;

namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>
/// A detection that shares filters, key, window and aggregates with the flagship, and differs in what it makes of a count: in three kinds, each with thresholds of its own.
/// </summary>
/// <param name="number">Which variant it is, from 1.</param>
internal sealed class BeaconVariant(int number) : Detection<NetworkConnection, Beacon, VpsBeaconingOptions>
{
    public override DetectionInfo Info { get; } = new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"beacon-variant-{number:D3}"),
        Title = string.Create(CultureInfo.InvariantCulture, $"Variant {number} of the beacon detection"),
    };

    /// <summary>The thresholds of this variant.</summary>
    internal VpsBeaconingOptions Options { get; } = new()
    {
        MinConnections = 12 + number,
        MediumConnections = 20 + number,
        HighConnections = 30 + number,
        CriticalConnections = 50 + number,
    };

    public override DetectionQuery<Beacon> Define(Events<NetworkConnection> events, VpsBeaconingOptions o)
    {
        var counted = events
            .Where(c => !o.ExcludedNetworks.Contains(c.RemoteAddress))
            .Where(c => !o.ExcludedImages.Matches(c.Image, o.CompareWholeFileName))
            .GroupBy(c => new { c.Host, c.User, c.Image, c.CommandLine, c.RemoteAddress })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, w.Duration, Connections = w.Count(), Ports = w.CountDistinct(c => c.RemotePort) });
        return (number % 3) switch
        {
            // Other thresholds.
            0 => counted
                .Where(b => b.Connections >= o.MinConnections)
                .Tier(BeaconRisk.Critical, b => b.Connections >= o.CriticalConnections && b.Ports <= o.CriticalPorts)
                .Tier(BeaconRisk.High, b => b.Connections >= o.HighConnections && b.Ports <= o.HighPorts)
                .Tier(BeaconRisk.Medium, b => b.Connections >= o.MediumConnections)
                .Otherwise(BeaconRisk.Low)
                .Select((b, risk) => new Beacon(
                    b.Key.Host, b.Key.User, b.Key.Image, b.Key.CommandLine, b.Key.RemoteAddress, b.Connections, b.Connections / b.Duration.TotalMinutes, b.Ports, risk, (int)risk)),

            // Several ports of one address.
            1 => counted
                .Where(b => b.Connections >= o.MinConnections && b.Ports > o.HighPorts)
                .Select(b => new Beacon(
                    b.Key.Host, b.Key.User, b.Key.Image, b.Key.CommandLine, b.Key.RemoteAddress, b.Connections, b.Connections / b.Duration.TotalMinutes, b.Ports, BeaconRisk.Medium, 2)),

            // One port, by rate.
            _ => counted
                .Where(b => b.Ports == o.CriticalPorts && b.Connections * 60 >= o.HighConnections * b.Duration.TotalMinutes)
                .Select(b => new Beacon(
                    b.Key.Host, b.Key.User, b.Key.Image, b.Key.CommandLine, b.Key.RemoteAddress, b.Connections, b.Connections / b.Duration.TotalMinutes, b.Ports, BeaconRisk.High, 3)),
        };
    }
}
