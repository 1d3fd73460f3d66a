using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DetectionKit.Engine;

/// <summary>What stands behind the current row of a batch, kept beyond the batch.</summary>
internal static class RowOrigins
{
    internal static RowOrigin Of(Rows rows, AlertTier? tier)
    {
        if (rows.Origin is { } origin) return tier is null ? origin : origin with { Tier = tier };
        var (time, made) = (rows.Time, rows.Event);
        var evidence = new EvidenceSnapshot(time, time, [new(time, made, rows.Reader, rows.Position)]);
        return new() { Event = made, Position = rows.Position, Reader = rows.Reader, Start = time, End = time, Anchor = time, Branch = rows.SourceEdge, Evidence = evidence, Tier = tier };
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

    /// <summary>Whether two rows are one: the same pane, or events of one time and content. An event does not follow itself, nor is it the latest before itself.</summary>
    internal static bool Same(RowOrigin x, RowOrigin y)
    {
        if (x.Stage != y.Stage || x.Start != y.Start || x.End != y.End) return false;
        if (x.Key is not null || y.Key is not null) return x.Key is not null && x.Key.Equals(y.Key) && x.Anchor == y.Anchor;
        if (ReferenceEquals(x.Event, y.Event)) return true;
        if (x.Event?.GetType() != y.Event?.GetType()) return false;
        var (left, right) = (new CanonicalBytes(), new CanonicalBytes());
        x.Reader!.WriteContent(left, x.Event);
        x.Reader.WriteContent(right, y.Event);
        return left.Written.SequenceEqual(right.Written);
    }

    /// <summary>What tells a sequence from others of its key: the times and content of its steps.</summary>
    internal static long AnchorOf(RowOrigin first, int occurrence, RowOrigin? second)
    {
        var bytes = new CanonicalBytes();
        Write(bytes, first);
        bytes.Integer(occurrence);
        if (second is not null) Write(bytes, second);
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(bytes.Written));
    }

    private static void Write(CanonicalBytes bytes, RowOrigin row)
    {
        bytes.Integer(row.Start);
        if (row.Key is null)
        {
            row.Reader!.WriteContent(bytes, row.Event);
            return;
        }

        bytes.Bytes(row.Key.CanonicalBytes.ToArray());
        bytes.Integer(row.Anchor);
    }

    private static int CompareEvents(RowOrigin x, RowOrigin y)
    {
        var (left, right) = (new EvidenceItem(x.Start, x.Event, x.Reader!, x.Position), new EvidenceItem(y.Start, y.Event, y.Reader!, y.Position));
        if (EvidenceItem.CompareContent(left, right) is var content and not 0) return content;
        return x.Branch != y.Branch ? x.Branch.CompareTo(y.Branch) : EvidenceItem.Compare(left, right);
    }
}
