using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>Several detections of rented servers that speak of one host, account or remote address within a day.</summary>
[Detection(
    "vps-incident",
    Version = 1,
    Title = "Several detections of rented servers agree on a host, account or address",
    Description = "A detection over the alerts of the other detections of T1583.003: two or more of them that speak of one host, one account or one remote address within a day.",
    Severity = Severity.High,
    Confidence = Confidence.High)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[FalsePositive("A busy benign poller that vps-beaconing and vps-beacon-regularity both tell of: exclude its destination from both.")]
[BlindSpot("What the other detections miss.")]
[BlindSpot("One host under two names: an endpoint's name and its address on the network are two hosts here, and so are two spellings of an account.")]
public sealed class VpsIncident : Detection<VpsCorrelation, VpsIncidentOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsIncidentCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<VpsCorrelation> Define(EventSources events, VpsIncidentOptions o)
    {
        var signs = events.Alerts(new VpsBeaconing())
            .Select(a => new VpsSign("vps-beaconing", a.Value.ComputerName, a.Value.UserName, a.Value.RemoteAddressIP4.ToString(), a.Value.RiskScore))
            .Merge(events.Alerts(new VpsBeaconRegularity())
                .Select(a => new VpsSign("vps-beacon-regularity", a.Value.Host, null, a.Value.Destination, 2)))
            .Merge(events.Alerts(new VpsPayloadDownload())
                .Select(a => new VpsSign("vps-payload-download", a.Value.Host, a.Value.User, a.Value.RemoteAddress.ToString(), (int)a.Value.Risk)))
            .Merge(events.Alerts(new VpsInboundScan())
                .Select(a => new VpsSign(
                    "vps-inbound-scan", a.Value.Kind == ScanKind.Local ? a.Value.Scanner : a.Value.Target, null, a.Value.Kind == ScanKind.Local ? null : a.Value.Scanner, (int)a.Value.Risk)))
            .Merge(events.Alerts(new VpsSignin())
                .Select(a => new VpsSign("vps-signin", null, a.Value.User, a.Value.RemoteAddress.ToString(), (int)a.Value.Risk)));
        return signs.Select(s => new { Entity = IncidentEntity.Host, Name = s.Host, s.Detection, s.Risk })
            .Merge(signs.Select(s => new { Entity = IncidentEntity.User, Name = s.User, s.Detection, s.Risk }))
            .Merge(signs.Select(s => new { Entity = IncidentEntity.RemoteAddress, Name = s.RemoteAddress, s.Detection, s.Risk }))
            .Where(s => s.Name != null)
            .Where(s => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(s.Name))
            .GroupBy(s => new { s.Entity, s.Name })
            .Window(w => w.Hopping(o.Window, o.Hop))
            .Aggregate(w => new { w.Key, Detections = w.CountDistinct(s => s.Detection), Score = w.Sum(s => s.Risk) })
            .Where(i => i.Detections >= o.MinDetections)
            .Tier(IncidentRisk.High, i => i.Detections >= o.HighDetections || i.Score >= o.HighScore)
            .Otherwise(IncidentRisk.Medium)
            .RaiseWhen(i => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(i.Key.Name))
            .Select((i, risk) => new VpsCorrelation(i.Key.Entity, i.Key.Name!, i.Detections, (int)i.Score, risk, o.HostingNetworks.Describe(i.Key.Name)))
            .Suppress(by: c => new { c.Entity, c.Name, c.Risk }, () => o.Quiet);
    }
}
