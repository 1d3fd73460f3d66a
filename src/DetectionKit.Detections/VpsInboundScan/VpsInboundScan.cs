using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>
/// Somebody looks for what is open: one public address asks many ports of one host, or one port of many hosts, within minutes; or a scanner is started on a host, as auditd and Sysmon tell.
/// </summary>
[Detection(
    "vps-inbound-scan",
    Version = 1,
    Title = "One public address probes many ports of a host, or many hosts; or a scanner runs",
    Description = "Counts the distinct ports of a host, and the distinct hosts with a port, that one public address asks in vain within ten minutes; and tells of port scanners that are started on a host.",
    Severity = Severity.Low,
    Confidence = Confidence.Medium)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[AttackTechnique("T1595.001", Name = "Active Scanning: Scanning IP Blocks", Tactic = "TA0043")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[FalsePositive("Research scanners (Censys, Shodan) and vulnerability scanners that are paid for: exclude their networks.")]
[FalsePositive("A service that went away: clients that ask for it on several ports.")]
[FalsePositive("Administrators and penetration testers who run nmap: take it off Scanners, or exclude nothing and look who it was.")]
[BlindSpot("A scan slower than five ports in ten minutes, or one that comes from several addresses.")]
[BlindSpot("Ports that answer: an open port counts only with CountAnswered, with which busy clients count, too.")]
[BlindSpot("What a firewall drops before the sensor is not seen.")]
[BlindSpot("A scanner under another name, or one written for the purpose.")]
public sealed class VpsInboundScan : Detection<InboundScan, VpsInboundScanOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsInboundScanCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<InboundScan> Define(EventSources events, VpsInboundScanOptions o)
    {
        var probes = events.Of<NetworkFlow>()
            .Where(f => f.SourceAddress != null && !o.ExcludedSources.Contains(f.SourceAddress))
            .Where(f => o.CountAnswered || f.IsAnswered == false);
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
        var local = events.Of<ProcessStart>()
            .Where(s => o.Scanners.Matches(s.Image, true))
            .Suppress(by: s => new { s.Host, s.User }, () => o.Quiet)
            .Select(s => new { Scanner = s.Host, Kind = ScanKind.Local, Target = (string?)null, Port = (int?)null, Distinct = 1 });
        return vertical.Merge(horizontal).Merge(local)
            .Where(s => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(s.Scanner))
            .Tier(ScanRisk.High, s => s.Kind == ScanKind.Local)
            .Tier(ScanRisk.Medium, s => s.Kind == ScanKind.Horizontal)
            .Otherwise(ScanRisk.Low)
            .RaiseWhen(s => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(s.Scanner))
            .Select((s, risk) => new InboundScan(s.Scanner, s.Kind, s.Target, s.Port, s.Distinct, risk, o.HostingNetworks.Describe(s.Scanner)));
    }
}
