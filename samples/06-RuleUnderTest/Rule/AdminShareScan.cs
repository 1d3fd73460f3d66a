namespace RuleUnderTest;

/// <summary>One user of one host reaches the administrative shares of many others within minutes.</summary>
[Detection("admin-share-scan", Title = "Administrative shares of many hosts are reached", Severity = Severity.High)]
[AttackTechnique("T1021.002", Name = "Remote Services: SMB/Windows Admin Shares", Tactic = "TA0008")]
public sealed class AdminShareScan : Detection<ShareConnection, ShareScan, AdminShareScanOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => AdminShareScanCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<ShareScan> Define(Events<ShareConnection> connections, AdminShareScanOptions o) =>
        connections
            .Where(c => c.Share.EndsWith('$') && !string.Equals(c.Share, "print$", StringComparison.OrdinalIgnoreCase))
            .GroupBy(c => new { c.Host, c.User })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new { w.Key, Targets = w.CountDistinct(c => c.Target) })
            .Where(s => s.Targets >= o.MinTargets)
            .Tier(ScanRisk.High, s => s.Targets >= o.HighTargets)
            .Otherwise(ScanRisk.Low)
            .Select((s, risk) => new ShareScan(s.Key.Host, s.Key.User, s.Targets, risk));
}
