/// <summary>A file share that was read.</summary>
public sealed record ShareAccess(DateTimeOffset Time, string Host, string Share);

/// <summary>A host that read many shares within a short time.</summary>
[Detection("share-enumeration", Title = "A host reads many shares", Severity = Severity.Medium)]
[AttackTechnique("T1135", Name = "Network Share Discovery", Tactic = "TA0007")]
public sealed class ShareEnumeration : Detection<ShareAccess, ShareEnumeration.Alerted, NoOptions>
{
    public override DetectionQuery<Alerted> Define(Events<ShareAccess> events, NoOptions o) =>
        events
            .GroupBy(e => e.Host)
            .Window(w => w.Sliding(TimeSpan.FromMinutes(5)))
            .Aggregate(w => new { w.Key, Shares = w.CountDistinct(e => e.Share) })
            .Where(w => w.Shares >= 10)
            .Select(w => new Alerted(w.Key, w.Shares));

    public sealed record Alerted(string Host, int Shares);
}
