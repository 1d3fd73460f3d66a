using System.Net;

namespace DetectionKit.Benchmarks.Workload;

/// <summary>Makes event objects of rows. They are allocated in the order in which they arrive, as a source would allocate them.</summary>
internal static class ConnectionEvents
{
    internal static NetworkConnection[] Of(ConnectionRows rows, StringInstances strings, int[]? arrival = null)
    {
        var addresses = AddressesOf(rows);
        var events = new NetworkConnection[rows.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var row = arrival is null ? i : arrival[i];
            events[i] = new(
                new(rows.Times[row], TimeSpan.Zero),
                Instance(rows.HostTable[rows.Hosts[row]], strings),
                Instance(rows.UserTable[rows.Users[row]], strings),
                Instance(rows.ImageTable[rows.Images[row]], strings),
                Instance(rows.CommandLineTable[rows.CommandLines[row]], strings),
                addresses[rows.Addresses[row]],
                rows.Ports[row]);
        }

        return events;
    }

    /// <summary>One object an address, whatever the strings: a source pools them, for there is nothing to compare but a number.</summary>
    internal static IPAddress[] AddressesOf(ConnectionRows rows) => [.. rows.AddressTable.Select(Destinations.ToAddress)];

    internal static string Instance(string text, StringInstances strings) => strings == StringInstances.Fresh ? new string(text.AsSpan()) : text;
}
