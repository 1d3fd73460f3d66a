using System.Net;

namespace DetectionKit.Benchmarks.Workload;

/// <summary>Makes column batches of rows, one column a member of the event, as a source that decodes only what a plan reads hands them over.</summary>
internal static class ConnectionColumns
{
    internal const int BatchRows = 4_096;

    internal static ColumnBatch<NetworkConnection>[] Of(ConnectionRows rows, StringInstances strings)
    {
        var addresses = ConnectionEvents.AddressesOf(rows);
        var batches = new ColumnBatch<NetworkConnection>[(rows.Count + BatchRows - 1) / BatchRows];
        for (var i = 0; i < batches.Length; i++)
        {
            var from = i * BatchRows;
            batches[i] = Batch(rows, from, Math.Min(BatchRows, rows.Count - from), addresses, strings);
        }

        return batches;
    }

    private static ColumnBatch<NetworkConnection> Batch(ConnectionRows rows, int from, int count, IPAddress[] addresses, StringInstances strings)
    {
        var times = Column(from, count, row => new DateTimeOffset(rows.Times[row], TimeSpan.Zero));
        var hosts = Column(from, count, row => ConnectionEvents.Instance(rows.HostTable[rows.Hosts[row]], strings));
        var users = Column(from, count, row => ConnectionEvents.Instance(rows.UserTable[rows.Users[row]], strings));
        var images = Column(from, count, row => ConnectionEvents.Instance(rows.ImageTable[rows.Images[row]], strings));
        var commandLines = Column(from, count, row => ConnectionEvents.Instance(rows.CommandLineTable[rows.CommandLines[row]], strings));
        var remotes = Column(from, count, row => addresses[rows.Addresses[row]]);
        var ports = Column(from, count, row => rows.Ports[row]);
        return new ColumnBatch<NetworkConnection>(count, row => new(times[row], hosts[row], users[row], images[row], commandLines[row], remotes[row], ports[row]))
            .Add(c => c.Time, times)
            .Add(c => c.Host, hosts)
            .Add(c => c.User, users)
            .Add(c => c.Image, images)
            .Add(c => c.CommandLine, commandLines)
            .Add(c => c.RemoteAddress, remotes)
            .Add(c => c.RemotePort, ports);
    }

    private static T[] Column<T>(int from, int count, Func<int, T> value)
    {
        var column = new T[count];
        for (var i = 0; i < count; i++) column[i] = value(from + i);
        return column;
    }
}
