namespace DetectionKit.Detections;

/// <summary>A rented server that looks for what is open: one public address asks many ports of one host, or one port of many hosts, within minutes.</summary>
[Detection(
    "vps-inbound-scan",
    Version = 1,
    Title = "One public address probes many ports of a host, or many hosts",
    Description = "Counts the distinct ports of a host, and the distinct hosts with a port, that one public address asks in vain within ten minutes.",
    Severity = Severity.Low,
    Confidence = Confidence.Medium)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[AttackTechnique("T1595.001", Name = "Active Scanning: Scanning IP Blocks", Tactic = "TA0043")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[FalsePositive("Research scanners (Censys, Shodan) and vulnerability scanners that are paid for: exclude their networks.")]
[FalsePositive("A service that went away: clients that ask for it on several ports.")]
[BlindSpot("A scan slower than five ports in ten minutes, or one that comes from several addresses.")]
[BlindSpot("Ports that answer: an open port counts only with CountAnswered, with which busy clients count, too.")]
[BlindSpot("What a firewall drops before the sensor is not seen.")]
public sealed class VpsInboundScan : Detection<NetworkFlow, InboundScan, VpsInboundScanOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsInboundScanCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<InboundScan> Define(Events<NetworkFlow> events, VpsInboundScanOptions o)
    {
        var probes = events
            .Where(f => f.SourceAddress != null && !o.ExcludedSources.Contains(f.SourceAddress))
            .Where(f => o.CountAnswered || f.IsAnswered == false);
        var vertical = probes
            .GroupBy(f => new { Scanner = f.Host, Target = f.RemoteAddress })
            .Window(w => w.Sliding(o.Window))
            .Aggregate(w => new { w.Key, Ports = w.CountDistinct(f => f.RemotePort) })
            .Where(s => s.Ports >= o.MinPorts)
            .Suppress(by: s => s.Key, () => o.Quiet)
            .Select(s => new InboundScan(s.Key.Scanner, ScanKind.Vertical, s.Key.Target.ToString(), null, s.Ports));
        var horizontal = probes
            .GroupBy(f => new { Scanner = f.Host, Port = f.RemotePort })
            .Window(w => w.Sliding(o.Window))
            .Aggregate(w => new { w.Key, Hosts = w.CountDistinct(f => f.RemoteAddress) })
            .Where(s => s.Hosts >= o.MinHosts)
            .Suppress(by: s => s.Key, () => o.Quiet)
            .Select(s => new InboundScan(s.Key.Scanner, ScanKind.Horizontal, null, s.Key.Port, s.Hosts));
        return vertical.Merge(horizontal);
    }
}
