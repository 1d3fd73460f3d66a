using System.Globalization;
using System.Net;

namespace DetectionKit.Sources.Joining;

/// <summary>A connection, or a process start, as its own event gives it, with the keys of what it may join.</summary>
internal record struct ConnectionDraft()
{
    /// <summary>Event time, in ticks of UTC.</summary>
    public required long Ticks { get; init; }

    /// <summary>The remote address; of a process start it has no meaning.</summary>
    public IPAddress Address { get; init; } = IPAddress.None;

    public int Port { get; init; }

    public required EventPosition Position { get; init; }

    public string? Host { get; set; }

    public string? User { get; set; }

    public string? Image { get; set; }

    public string? CommandLine { get; set; }

    /// <summary>The agent id or the host's name by which rows are joined; null when the event joins nothing.</summary>
    public string? Machine { get; init; }

    /// <summary>The process's id; null when the event names none.</summary>
    public UInt128? Process { get; init; }

    /// <summary>What the event says of the process beside its id; null for the id itself.</summary>
    public string? ProcessName { get; init; }

    /// <summary>What started the process; of a connection null.</summary>
    public string? Parent { get; init; }

    public readonly DateTimeOffset Time => new(Ticks, TimeSpan.Zero);

    public readonly NetworkConnection ToConnection() => new(Time, Host, User, Image, CommandLine, Address, Port) { Process = ProcessText };

    public readonly ProcessStart ToStart() => new(Time, Host, User, ProcessText, Image, CommandLine, Parent);

    /// <summary>The process, as text.</summary>
    public readonly string? ProcessText => ProcessName ?? Process?.ToString(CultureInfo.InvariantCulture);
}
