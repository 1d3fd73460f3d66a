namespace DetectionKit.Benchmarks.Workload;

/// <summary>
/// A day of connections as columns of codes, sorted by time, with the tables that the codes stand in. What contestants get is made from it: event objects, columns of
/// values, a database table.
/// </summary>
internal sealed class ConnectionRows(int count)
{
    /// <summary>One day, in milliseconds.</summary>
    internal const long Duration = 86_400_000;

    /// <summary>Where the day starts; aligned to the hour.</summary>
    internal static readonly DateTimeOffset Start = new(2024, 11, 1, 0, 0, 0, TimeSpan.Zero);

    internal int Count => count;

    /// <summary>Event times in ticks of 100 ns, UTC.</summary>
    internal long[] Times { get; } = new long[count];

    internal int[] Hosts { get; } = new int[count];

    internal int[] Users { get; } = new int[count];

    internal int[] Images { get; } = new int[count];

    internal int[] CommandLines { get; } = new int[count];

    /// <summary>Codes of addresses; the number itself stands in <see cref="AddressTable"/>.</summary>
    internal int[] Addresses { get; } = new int[count];

    internal int[] Ports { get; } = new int[count];

    internal required IReadOnlyList<string> HostTable { get; init; }

    internal required IReadOnlyList<string> UserTable { get; init; }

    internal required IReadOnlyList<string> ImageTable { get; init; }

    internal required IReadOnlyList<string> CommandLineTable { get; init; }

    internal required IReadOnlyList<uint> AddressTable { get; init; }

    internal void Set(int row, in ConnectionRow call)
    {
        Times[row] = Start.UtcTicks + (call.Time * TimeSpan.TicksPerMillisecond);
        Hosts[row] = call.Host;
        Users[row] = call.User;
        Images[row] = call.Process;
        CommandLines[row] = call.CommandLine;
        Addresses[row] = call.Address;
        Ports[row] = call.Port;
    }
}
