namespace DetectionKit.Benchmarks.Workload;

/// <summary>In which order the rows of a workload arrive.</summary>
internal static class ArrivalOrder
{
    private const int Seed = 7;

    /// <summary>Each row is late by a random time below the tolerance: none comes further behind the newest one than that.</summary>
    internal static int[] Within(ConnectionRows rows, TimeSpan tolerance)
    {
        var random = new SplitMix64(Seed);
        var arrivals = new long[rows.Count];
        for (var row = 0; row < arrivals.Length; row++) arrivals[row] = rows.Times[row] + (long)Math.BigMul(random.Next(), (ulong)tolerance.Ticks, out _);
        var order = InOrder(rows.Count);
        Array.Sort(arrivals, order);
        return order;
    }

    /// <summary>The rows in any order.</summary>
    internal static int[] Shuffled(ConnectionRows rows)
    {
        var random = new SplitMix64(Seed);
        var order = InOrder(rows.Count);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static int[] InOrder(int count) => [.. Enumerable.Range(0, count)];
}
