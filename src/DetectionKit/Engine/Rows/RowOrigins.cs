namespace DetectionKit.Engine;

/// <summary>What stands behind the current row of a batch, kept beyond the batch.</summary>
internal static class RowOrigins
{
    internal static RowOrigin Of(Rows rows, AlertTier? tier)
    {
        if (rows.Origin is { } origin) return tier is null ? origin : origin with { Tier = tier };
        var time = rows.Time;
        var evidence = new EvidenceSnapshot(time, time, [new(time, rows.Event, rows.Reader, rows.Position)]);
        return new() { Event = rows.Event, Position = rows.Position, Reader = rows.Reader, Start = time, End = time, Anchor = time, Branch = rows.SourceEdge, Evidence = evidence, Tier = tier };
    }

    /// <summary>The order of rows: end, then key, then what else tells them apart. It does not depend on arrival.</summary>
    internal static int Compare(RowOrigin x, RowOrigin y)
    {
        if (x.End != y.End) return x.End.CompareTo(y.End);
        if (x.Key is null || y.Key is null)
        {
            return x.Key is not null ? -1 : y.Key is not null ? 1 : CompareEvents(x, y);
        }

        if (x.Key.CompareTo(y.Key) is var key and not 0) return key;
        return x.Branch != y.Branch ? x.Branch.CompareTo(y.Branch) : x.Anchor.CompareTo(y.Anchor);
    }

    private static int CompareEvents(RowOrigin x, RowOrigin y)
    {
        var (left, right) = (new EvidenceItem(x.Start, x.Event, x.Reader!, x.Position), new EvidenceItem(y.Start, y.Event, y.Reader!, y.Position));
        if (EvidenceItem.CompareContent(left, right) is var content and not 0) return content;
        return x.Branch != y.Branch ? x.Branch.CompareTo(y.Branch) : EvidenceItem.Compare(left, right);
    }
}
