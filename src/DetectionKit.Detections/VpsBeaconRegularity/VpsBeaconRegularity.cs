using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>
/// Command and control by a rented server, seen by its rhythm and not by its count: a host calls one public destination at even intervals, over most of a day. It finds slow beacons that a count per hour
/// can't, and stays silent on what comes in bursts.
/// </summary>
[Detection(
    "vps-beacon-regularity",
    Version = 1,
    Title = "Connections to one public destination at even intervals, over most of a day",
    Description = "Scores the rhythm of a host, process and destination over a day: how evenly the intervals lie about their median and how close to it, how even the hours and the sizes are, and how much of the day they reach over.",
    Severity = Severity.Medium,
    Confidence = Confidence.Low)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[Reference("https://github.com/activecm/rita")]
[FalsePositive("Pollers that are as regular as a beacon: weather tiles, revocation lists, NTP, monitoring. Exclude their destinations.")]
[BlindSpot("A channel that keeps one connection open has no intervals.")]
[BlindSpot("A beacon of fewer than 20 calls a day.")]
[BlindSpot("A host that is on for a small part of the day: the score takes how much of the window the calls reach over.")]
[BlindSpot("Destinations on excluded networks: a server behind an internal relay, a proxy or a VPN is not seen.")]
[BlindSpot("Domain fronting and shared hosting: a name that others call, too, is scored as any other.")]
public sealed class VpsBeaconRegularity : Detection<NetworkFlow, RegularBeacon, VpsBeaconRegularityOptions>
{
    /// <inheritdoc/>
    public override AlertRank<RegularBeacon> Rank { get; } = AlertRank<RegularBeacon>.ByDescending(b => b.Score).ThenByDescending(b => b.Connections);

    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsBeaconRegularityCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<RegularBeacon> Define(Events<NetworkFlow> events, VpsBeaconRegularityOptions o) =>
        events
            .Where(f => !o.ExcludedNetworks.Contains(f.RemoteAddress))
            .GroupBy(f => new { f.Host, f.Image, Destination = f.DestinationName ?? f.RemoteAddress.ToString() })
            .Window(w => w.Hopping(o.Window, o.Hop))
            .Aggregate(w => new { w.Key, w.Duration, Rhythm = w.Rhythm(), Sizes = w.Dispersion(f => f.BytesSent), Address = w.Last(f => f.RemoteAddress) })
            .Where(b => b.Rhythm.Times >= o.MinConnections && b.Rhythm.Median >= o.MinInterval)
            .Select(b => new { b.Key, b.Rhythm, SizeScore = b.Sizes.Score, b.Address, DurationScore = Math.Min(1, b.Rhythm.Span.TotalSeconds / b.Duration.TotalSeconds) })
            .Select(b => new { b.Key, b.Rhythm, b.SizeScore, b.Address, b.DurationScore, Evenness = (b.Rhythm.TimeScore + b.Rhythm.HistogramScore + b.DurationScore) / 3 })
            .Select(b => new { b.Key, b.Rhythm, b.SizeScore, b.Address, b.DurationScore, Score = Math.Round(((3 * b.Evenness) + (b.SizeScore ?? b.Evenness)) / 4, 3) })
            .Where(b => b.DurationScore >= o.MinDuration && b.Score >= o.MinScore)
            .Where(b => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(b.Address))
            .Suppress(by: b => b.Key, () => o.Quiet)
            .Tier(RegularityRisk.High, b => b.Score >= o.HighScore)
            .Tier(RegularityRisk.Medium, b => b.Score >= o.MediumScore)
            .Otherwise(RegularityRisk.Low)
            .RaiseWhen(b => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(b.Address))
            .Select((b, risk) => new RegularBeacon(
                b.Key.Host,
                b.Key.Image,
                b.Key.Destination,
                b.Rhythm.Times,
                Math.Round(b.Rhythm.Median, 1),
                Math.Round(b.Rhythm.Deviation, 1),
                Math.Round(b.Rhythm.Skew, 3),
                Math.Round(b.Rhythm.Autocorrelation, 3),
                Math.Round(b.Rhythm.TimeScore, 3),
                Math.Round(b.Rhythm.HistogramScore, 3),
                Math.Round(b.DurationScore, 3),
                b.SizeScore == null ? null : Math.Round(b.SizeScore.Value, 3),
                b.Score,
                risk,
                o.HostingNetworks.Describe(b.Address)));
}
