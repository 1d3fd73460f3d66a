namespace DetectionKit.Tests.Explain;

/// <summary>Filters, a key, a window, a threshold and tiers.</summary>
[Detection("bursts", Version = 3, Title = "Bursts of connections", Severity = Severity.High, Confidence = Confidence.Low)]
[AttackTechnique("T1583.003", Name = "Virtual Private Server", Tactic = "TA0042")]
[BlindSpot("Slow ones.")]
[FalsePositive("Backups.")]
public sealed class Bursts : Detection<NetworkConnection, Burst, BurstOptions>
{
    public override DetectionQuery<Burst> Define(Events<NetworkConnection> events, BurstOptions o)
    {
        var reserved = 1024;
        return events
            .Where(c => !o.ExcludedNetworks.Contains(c.RemoteAddress))
            .Where(c => !o.ExcludedImages.Matches(c.Image) && c.RemotePort != reserved)
            .GroupBy(c => new { c.Host, c.RemoteAddress })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, Connections = w.Count(), Ports = w.CountDistinct(c => c.RemotePort) })
            .Where(b => b.Connections >= o.MinConnections)
            .Tier(BurstTier.High, b => b.Connections >= o.HighConnections && b.Ports <= o.MaxPorts)
            .Otherwise(BurstTier.Low)
            .Select((b, tier) => new Burst(b.Key.Host, b.Key.RemoteAddress, b.Connections, b.Ports, tier));
    }
}
