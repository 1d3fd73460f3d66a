namespace DetectionKit.Samples.Tests.WritingDetections;

// <snippet detection>
[Detection("exfiltration", Title = "Much data to one destination", Severity = Severity.High, Confidence = Confidence.Medium)]
[AttackTechnique("T1048", Name = "Exfiltration Over Alternative Protocol", Tactic = "TA0010")]
[BlindSpot("Data sent in small parts over days never reaches the threshold.")]
public sealed class Exfiltration : Detection<FileTransfer, Exfiltrated, ExfiltrationOptions>
{
    public override DetectionQuery<Exfiltrated> Define(Events<FileTransfer> transfers, ExfiltrationOptions o) =>
        transfers
            .Where(t => !o.KnownDestinations.Contains(t.Destination))
            .GroupBy(t => new { t.Host, t.Destination })
            .Window(w => w.Sliding(o.Window))
            .Aggregate(w => new { w.Key, Bytes = w.Sum(t => t.Bytes), Share = w.LargestShare(t => t.Bytes) })
            .Where(w => w.Bytes >= o.MinBytes)
            .Tier(ExfiltrationRisk.High, w => w.Bytes >= o.HighBytes)
            .Otherwise(ExfiltrationRisk.Medium)
            .Select((w, risk) => new Exfiltrated(w.Key.Host, w.Key.Destination, w.Bytes, w.Share, risk));
}
// </snippet>
