using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>
/// Command and control by a rented server, inferred from its effect: a process that is no browser calls one public address again and again. With its default options
/// it equals the reference query for CrowdStrike LogScale alert for alert.
/// </summary>
[Detection(
    "vps-beaconing",
    Version = 1,
    Title = "Repeated outbound connections of a non-browser process to one public address",
    Description = "Counts a process's connections to one public address in one-hour windows, from 12 on, and puts them in four risk tiers by count and by how few ports they use.",
    Severity = Severity.Medium,
    Confidence = Confidence.Medium)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[FalsePositive("Endpoint security agents (the Falcon sensor, Carbon Black, SentinelOne) that send telemetry: exclude their images.")]
[FalsePositive("Docker Desktop, Kubernetes and service meshes on developers' workstations: exclude their known destinations.")]
[FalsePositive("Test frameworks (Selenium Grid, Playwright, JMeter): exclude the runners outside production, and compare with CI schedules.")]
[FalsePositive("Resolvers and other pollers: a domain controller's dns.exe calls the root servers 20 times an hour and more.")]
[BlindSpot("Connections astride the hour: 11 before it and 11 after it never fire. A hopping or sliding window sees them.")]
[BlindSpot("A period over 5 minutes seldom reaches 12 an hour, and over 60 / 11 minutes (5 min 27 s) never. A rhythm over a longer window sees it.")]
[BlindSpot("A channel that keeps one connection open (Covenant, Meterpreter: 1 to 4 connections a process in recordings) never reaches a count.")]
[BlindSpot("A count alone can't tell a beacon from a benign poller of the same frequency.")]
[BlindSpot("Images are excluded by the end of their path: a beacon in evilteams.exe, or in svchost.exe itself, is not seen. CompareWholeFileName closes the first.")]
[BlindSpot("Destinations on excluded networks: a server behind an internal relay, a proxy or a VPN is not seen.")]
[BlindSpot("A download by BITS is made by svchost.exe, which is excluded.")]
[BlindSpot("One host under two names, or an image or user in two cases, splits a group: each part must reach the count alone.")]
public sealed class VpsBeaconing : Detection<NetworkConnection, Beacon, VpsBeaconingOptions>
{
    /// <inheritdoc/>
    public override AlertRank<Beacon> Rank { get; } = AlertRank<Beacon>.ByDescending(b => b.RiskScore).ThenByDescending(b => b.ConnectionCount);

    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsBeaconingCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<Beacon> Define(Events<NetworkConnection> events, VpsBeaconingOptions o) =>
        events
            .Where(c => !o.ExcludedNetworks.Contains(c.RemoteAddress))
            .Where(c => !o.ExcludedImages.Matches(c.Image, o.CompareWholeFileName))
            .Where(c => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(c.RemoteAddress))
            .GroupBy(c => new { c.Host, c.User, c.Image, c.CommandLine, c.RemoteAddress })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, w.Duration, Connections = w.Count(), Ports = w.CountDistinct(c => c.RemotePort) })
            .Where(b => b.Connections >= o.MinConnections)
            .Tier(BeaconRisk.Critical, b => b.Connections >= o.CriticalConnections && b.Ports <= o.CriticalPorts)
            .Tier(BeaconRisk.High, b => b.Connections >= o.HighConnections && b.Ports <= o.HighPorts)
            .Tier(BeaconRisk.Medium, b => b.Connections >= o.MediumConnections)
            .Otherwise(BeaconRisk.Low)
            .RaiseWhen(b => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(b.Key.RemoteAddress))
            .Select((b, risk) => new Beacon(
                b.Key.Host,
                b.Key.User,
                b.Key.Image,
                b.Key.CommandLine,
                b.Key.RemoteAddress,
                b.Connections,
                (double)Math.Round(b.Connections / (decimal)b.Duration.TotalMinutes, 2, MidpointRounding.AwayFromZero),
                b.Ports,
                risk,
                (int)risk,
                o.HostingNetworks.Describe(b.Key.RemoteAddress)));
}
