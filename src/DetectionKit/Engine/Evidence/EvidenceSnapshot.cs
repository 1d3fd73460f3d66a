namespace DetectionKit.Engine;

/// <summary>The evidence of a row that goes on to the next stage.</summary>
internal sealed record EvidenceSnapshot(long First, long Last, IReadOnlyList<EvidenceItem> Items)
{
    /// <summary>Both together.</summary>
    internal EvidenceSnapshot With(EvidenceSnapshot other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last), [.. Items.Concat(other.Items).Order(Comparer<EvidenceItem>.Create((x, y) => EvidenceItem.Compare(x, y)))]);

    internal AlertEvidence Show() => new(EventTime.Instant(First), EventTime.Instant(Last), [.. Items.Select(item => item.Show())]);
}
