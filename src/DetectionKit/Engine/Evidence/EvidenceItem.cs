namespace DetectionKit.Engine;

/// <summary>An event kept as evidence, with what is needed to show it.</summary>
internal readonly record struct EvidenceItem(long Time, object? Event, EventReader Reader, EventPosition? Position)
{
    internal EvidenceEvent Show() => new(EventTime.Instant(Time), Position, Reader.Fields(Event));

    /// <summary>Time, then content, then position: an order that does not depend on arrival.</summary>
    internal static int Compare(in EvidenceItem x, in EvidenceItem y) => CompareContent(x, y) is var content and not 0 ? content : ComparePosition(x.Position, y.Position);

    /// <summary>Time, then content.</summary>
    internal static int CompareContent(in EvidenceItem x, in EvidenceItem y)
    {
        if (x.Time != y.Time) return x.Time.CompareTo(y.Time);
        var (left, right) = (new CanonicalBytes(), new CanonicalBytes());
        x.Reader.WriteContent(left, x.Event);
        y.Reader.WriteContent(right, y.Event);
        return left.Written.SequenceCompareTo(right.Written);
    }

    private static int ComparePosition(EventPosition? x, EventPosition? y) =>
        string.CompareOrdinal(x?.Source, y?.Source) is var source and not 0 ? source : (x?.Line ?? 0).CompareTo(y?.Line ?? 0);
}
