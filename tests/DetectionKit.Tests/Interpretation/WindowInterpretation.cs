namespace DetectionKit.Tests.Interpretation;

/// <summary>The panes of a window over the rows of one key, all of them known.</summary>
internal static class WindowInterpretation
{
    /// <summary>The panes that are asked for a row: a sliding window gives one for each distinct time, in order.</summary>
    internal static IEnumerable<(long Start, long End, IReadOnlyList<Row> Rows)> Panes(WindowSpec window, IReadOnlyList<Row> rows) => window switch
    {
        TumblingWindow tumbling => Aligned(rows, tumbling.Size.Ticks, tumbling.Size.Ticks),
        HoppingWindow hopping => Aligned(rows, hopping.Size.Ticks, hopping.Hop.Ticks),
        SessionWindow session => Sessions(rows, session.Gap.Ticks, session.MaxLength.Ticks),
        SlidingWindow sliding => rows.Select(row => row.Time).Distinct().Order().Select(t =>
            (t - sliding.Size.Ticks, t, (IReadOnlyList<Row>)[.. rows.Where(row => row.Time > t - sliding.Size.Ticks && row.Time <= t)])),
        _ => throw new NotSupportedException($"{window}"),
    };

    private static IEnumerable<(long Start, long End, IReadOnlyList<Row> Rows)> Aligned(IReadOnlyList<Row> rows, long size, long hop)
    {
        // Every window that could hold a row starts at a multiple of the hop from 1970 on, or before it.
        var epoch = DateTimeOffset.UnixEpoch.Ticks;
        var starts = new SortedSet<long>();
        foreach (var row in rows)
        {
            var n = (long)Math.Floor((decimal)(row.Time - epoch) / hop);
            for (; epoch + (n * hop) + size > row.Time; n--) starts.Add(epoch + (n * hop));
        }

        return starts.Select(start => (start, start + size, (IReadOnlyList<Row>)[.. rows.Where(row => row.Time >= start && row.Time < start + size)])).Where(pane => pane.Item3.Count > 0);
    }

    private static IEnumerable<(long Start, long End, IReadOnlyList<Row> Rows)> Sessions(IReadOnlyList<Row> rows, long gap, long maxLength)
    {
        var left = rows.OrderBy(row => row.Time).ToList();
        while (left.Count > 0)
        {
            var session = new List<Row> { left[0] };
            var end = End(left[0].Time);
            foreach (var row in left.Skip(1))
            {
                if (row.Time >= end) break;
                session.Add(row);
                end = End(row.Time);
            }

            yield return (left[0].Time, end, session);
            left.RemoveRange(0, session.Count);

            long End(long last) => (long)Int128.Min((Int128)last + gap, (Int128)left[0].Time + maxLength);
        }
    }
}
