namespace DetectionKit.Benchmarks.Workload;

/// <summary>
/// Rows that open as many groups of the flagship as one asks for, all within one hour: each group gets one event in a first pass and one in a second, and one group in a
/// thousand twelve more, so that there are alerts to compare.
/// </summary>
internal static class ManyGroups
{
    private const int More = 12;
    private const int OneIn = 1_000;

    /// <summary>The number of events that open a million groups.</summary>
    internal const int EventsOfAMillion = 1_000_000 / OneIn * ((2 * OneIn) + More);

    // A prime: neighbours in time are strangers in the tables.
    private const int Stride = 7_919;

    /// <summary>How many groups so many events open.</summary>
    internal static int GroupsOf(int events) => Math.Max(1, (int)((long)events * OneIn / ((2 * OneIn) + More)));

    internal static ConnectionRows Generate(int events)
    {
        var groups = GroupsOf(events);
        var stride = groups % Stride == 0 ? 1 : Stride;
        var day = ConnectionDay.Generate(1_000);
        var publicAddresses = Enumerable.Range(0, day.AddressTable.Count).Where(code => !InternalNetworks.Contains(day.AddressTable[code])).ToArray();
        var frequent = (groups + OneIn - 1) / OneIn;
        var rows = new ConnectionRows((2 * groups) + (frequent * More))
        {
            HostTable = day.HostTable,
            UserTable = day.UserTable,
            ImageTable = day.ImageTable,
            CommandLineTable = day.CommandLineTable,
            AddressTable = day.AddressTable,
        };
        for (var row = 0; row < rows.Count; row++)
        {
            var group = row < 2 * groups ? (int)((long)row * stride % groups) : (row - (2 * groups)) % frequent * OneIn;
            rows.Set(row, Row(group, TimeSpan.MillisecondsPerHour * row / rows.Count, publicAddresses, day));
        }

        return rows;
    }

    private static ConnectionRow Row(int group, long time, int[] publicAddresses, ConnectionRows day)
    {
        var host = group % Population.Hosts;
        var process = WorkloadProcess.FirstImplanted + (group % WorkloadProcess.Implanted.Count);
        return new(
            time,
            host,
            host % day.UserTable.Count,
            process,
            (process * CommandLines.Variants) + (group % CommandLines.Variants),
            publicAddresses[((host * 37) + (group / Population.Hosts)) % publicAddresses.Length],
            443);
    }
}
