using System.Net;

namespace DetectionKit.Benchmarks.Workload;

/// <summary>Makes column batches of rows, one column a member of the event, as a source that decodes only what a plan reads hands them over.</summary>
internal static class ConnectionColumns
{
    internal const int BatchRows = 4_096;

    /// <summary>Columns of values.</summary>
    internal static ColumnBatch<NetworkConnection>[] Plain(ConnectionRows rows, StringInstances strings)
    {
        var addresses = ConnectionEvents.AddressesOf(rows);
        return Batches(rows, (from, count) =>
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
        });
    }

    /// <summary>Dictionary columns where values recur.</summary>
    internal static ColumnBatch<NetworkConnection>[] Coded(ConnectionRows rows)
    {
        var (hosts, users, images) = (Dictionary(rows.HostTable), Dictionary(rows.UserTable), Dictionary(rows.ImageTable));
        var (commandLines, remotes) = (Dictionary(rows.CommandLineTable), Dictionary<IPAddress>(ConnectionEvents.AddressesOf(rows)));
        return Batches(rows, (from, count) =>
        {
            var times = Column(from, count, row => new DateTimeOffset(rows.Times[row], TimeSpan.Zero));
            var ports = Column(from, count, row => rows.Ports[row]);
            return new ColumnBatch<NetworkConnection>(count, row => Event(from + row)) { IsImmutable = true }
                .Add(c => c.Time, times)
                .Add(c => c.Host, new DictionaryColumn<string?>(Column(from, count, row => rows.Hosts[row]), hosts!))
                .Add(c => c.User, new DictionaryColumn<string?>(Column(from, count, row => rows.Users[row]), users!))
                .Add(c => c.Image, new DictionaryColumn<string?>(Column(from, count, row => rows.Images[row]), images!))
                .Add(c => c.CommandLine, new DictionaryColumn<string?>(Column(from, count, row => rows.CommandLines[row]), commandLines!))
                .Add(c => c.RemoteAddress, new DictionaryColumn<IPAddress>(Column(from, count, row => rows.Addresses[row]), remotes))
                .Add(c => c.RemotePort, ports);
        });

        NetworkConnection Event(int row) => new(
            new(rows.Times[row], TimeSpan.Zero),
            rows.HostTable[rows.Hosts[row]],
            rows.UserTable[rows.Users[row]],
            rows.ImageTable[rows.Images[row]],
            rows.CommandLineTable[rows.CommandLines[row]],
            remotes[rows.Addresses[row]],
            rows.Ports[row]);
    }

    private static ColumnBatch<NetworkConnection>[] Batches(ConnectionRows rows, Func<int, int, ColumnBatch<NetworkConnection>> make)
    {
        var batches = new ColumnBatch<NetworkConnection>[(rows.Count + BatchRows - 1) / BatchRows];
        for (var i = 0; i < batches.Length; i++)
        {
            var from = i * BatchRows;
            batches[i] = make(from, Math.Min(BatchRows, rows.Count - from));
        }

        return batches;
    }

    private static ValueDictionary<V> Dictionary<V>(IEnumerable<V> values)
    {
        var dictionary = new ValueDictionary<V>();
        foreach (var value in values) dictionary.Add(value);
        return dictionary;
    }

    private static T[] Column<T>(int from, int count, Func<int, T> value)
    {
        var column = new T[count];
        for (var i = 0; i < count; i++) column[i] = value(from + i);
        return column;
    }
}
