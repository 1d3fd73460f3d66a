using DetectionKit.Networks;

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
            .Where(f => o.CountAnswered || f.IsAnswered == false)
            .Where(f => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(f.SourceAddress));
        var vertical = probes
            .GroupBy(f => new { Scanner = f.Host, Target = f.RemoteAddress })
            .Window(w => w.Sliding(o.Window))
            .Aggregate(w => new { w.Key, Ports = w.CountDistinct(f => f.RemotePort) })
            .Where(s => s.Ports >= o.MinPorts)
            .Suppress(by: s => s.Key, () => o.Quiet)
            .Select(s => new { s.Key.Scanner, Kind = ScanKind.Vertical, Target = (string?)s.Key.Target.ToString(), Port = (int?)null, Distinct = s.Ports });
        var horizontal = probes
            .GroupBy(f => new { Scanner = f.Host, Port = f.RemotePort })
            .Window(w => w.Sliding(o.Window))
            .Aggregate(w => new { w.Key, Hosts = w.CountDistinct(f => f.RemoteAddress) })
            .Where(s => s.Hosts >= o.MinHosts)
            .Suppress(by: s => s.Key, () => o.Quiet)
            .Select(s => new { s.Key.Scanner, Kind = ScanKind.Horizontal, Target = (string?)null, Port = (int?)s.Key.Port, Distinct = s.Hosts });
        return vertical.Merge(horizontal)
            .Tier(ScanRisk.Medium, s => s.Kind == ScanKind.Horizontal)
            .Otherwise(ScanRisk.Low)
            .RaiseWhen(s => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(s.Scanner))
            .Select((s, risk) => new InboundScan(s.Scanner, s.Kind, s.Target, s.Port, s.Distinct, risk, o.HostingNetworks.Describe(s.Scanner)));
    }
}
