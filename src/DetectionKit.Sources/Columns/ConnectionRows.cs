using System.Net;
using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Columns;

/// <summary>The columns of one batch of connections. Once the batch is made they are left alone.</summary>
internal sealed class ConnectionRows(int size, bool hasProcess) : GatheredRows
{
    // Fields, which can be resized where they are.
    public DateTimeOffset[] Times = new DateTimeOffset[size];
    public int[] Hosts = new int[size];
    public int[] Users = new int[size];
    public int[] Images = new int[size];
    public int[] CommandLines = new int[size];
    public int[] Addresses = new int[size];
    public int[] Ports = new int[size];
    public string?[]? Processes = hasProcess ? new string?[size] : null;
    public EventPosition[] Positions = new EventPosition[size];

    /// <summary>What the indices mean.</summary>
    public (ValueDictionary<string?> Hosts, ValueDictionary<string?> Users, ValueDictionary<string?> Images, ValueDictionary<string?> CommandLines, ValueDictionary<IPAddress> Addresses) Dictionaries { get; set; }

    /// <inheritdoc/>
    public override void Forget() => Dictionaries = default;

    /// <inheritdoc/>
    public override ReadOnlySpan<DateTimeOffset> EventTimes => Times.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, long ticks, in ConnectionCodes codes, int port, string? process, EventPosition position)
    {
        Times[row] = new(ticks, TimeSpan.Zero);
        Hosts[row] = codes[ConnectionColumn.Host];
        Users[row] = codes[ConnectionColumn.User];
        Images[row] = codes[ConnectionColumn.Image];
        CommandLines[row] = codes[ConnectionColumn.CommandLine];
        Addresses[row] = codes.Address;
        Ports[row] = port;
        if (Processes is not null) Processes[row] = process;
        Positions[row] = position;
    }

    /// <summary>Writes what is known of connections before their texts are looked up; these, and processes, are none until then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(int row, ConnectionRun run)
    {
        run.Times.CopyTo(Times.AsSpan(row));
        run.Addresses.CopyTo(Addresses.AsSpan(row));
        run.Ports.CopyTo(Ports.AsSpan(row));
        run.Positions.CopyTo(Positions.AsSpan(row));
        for (var column = ConnectionColumn.Host; column <= ConnectionColumn.CommandLine; column++) CodesOf(column).AsSpan(row, run.Count).Clear();
        Processes?.AsSpan(row, run.Count).Clear();
    }

    /// <summary>The indices of a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int[] CodesOf(ConnectionColumn column) => column switch
    {
        ConnectionColumn.Host => Hosts,
        ConnectionColumn.User => Users,
        ConnectionColumn.Image => Images,
        ConnectionColumn.CommandLine => CommandLines,
        _ => Addresses,
    };

    /// <summary>Makes the connection of a row.</summary>
    public NetworkConnection Make(int row) => new(
        Times[row], Dictionaries.Hosts[Hosts[row]], Dictionaries.Users[Users[row]], Dictionaries.Images[Images[row]], Dictionaries.CommandLines[CommandLines[row]], Dictionaries.Addresses[Addresses[row]], Ports[row])
    {
        Process = Processes?[row],
    };

    /// <summary>Copies rows of others, with their indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Copy(ConnectionRows from, int start, int count, int to)
    {
        Array.Copy(from.Times, start, Times, to, count);
        Array.Copy(from.Hosts, start, Hosts, to, count);
        Array.Copy(from.Users, start, Users, to, count);
        Array.Copy(from.Images, start, Images, to, count);
        Array.Copy(from.CommandLines, start, CommandLines, to, count);
        Array.Copy(from.Addresses, start, Addresses, to, count);
        Array.Copy(from.Ports, start, Ports, to, count);
        if (Processes is not null) Array.Copy(from.Processes!, start, Processes, to, count);
        from.CopyPositions(from.Positions.AsSpan(start, count), Positions.AsSpan(to));
    }

    public void Resize(int newSize)
    {
        Array.Resize(ref Times, newSize);
        Array.Resize(ref Hosts, newSize);
        Array.Resize(ref Users, newSize);
        Array.Resize(ref Images, newSize);
        Array.Resize(ref CommandLines, newSize);
        Array.Resize(ref Addresses, newSize);
        Array.Resize(ref Ports, newSize);
        if (Processes is not null) Array.Resize(ref Processes, newSize);
        Array.Resize(ref Positions, newSize);
    }
}
