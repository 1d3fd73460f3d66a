namespace DetectionKit.Engine;

/// <summary>The evidence of a row that goes on to the next stage.</summary>
internal sealed record EvidenceSnapshot(long First, long Last, IReadOnlyList<EvidenceItem> Items)
{
    internal AlertEvidence Show() => new(EventTime.Instant(First), EventTime.Instant(Last), [.. Items.Select(item => item.Show())]);
}
