using System.Net;

namespace DetectionKit.Simulator;

/// <summary>A process connected to an address (NetworkConnectIP4, NetworkConnectIP6).</summary>
public sealed class SimulatedConnection : SimulatedEvent
{
    internal SimulatedConnection()
    {
    }

    /// <summary>The address called.</summary>
    public required IPAddress RemoteAddress { get; init; }

    /// <summary>The port called.</summary>
    public required int RemotePort { get; init; }

    /// <summary>The port called from.</summary>
    public required int LocalPort { get; init; }

    /// <summary>The IP protocol number: 6 is TCP, 17 is UDP.</summary>
    public required int Protocol { get; init; }

    /// <summary>Whether anything answered. Of a SYN that nothing answers, no bytes come back and the connection has no duration.</summary>
    public bool IsAnswered { get; init; } = true;

    /// <summary>Bytes of payload that the process sent.</summary>
    public long BytesSent => IsAnswered ? Actor.Traffic.SentBy(Identity) : 0;

    /// <summary>Bytes of payload that came back.</summary>
    public long BytesReceived => IsAnswered ? Actor.Traffic.ReceivedBy(Identity) : 0;

    /// <summary>How long it lasted.</summary>
    public TimeSpan Lasted => IsAnswered ? Actor.Traffic.LastsFor(Identity) : TimeSpan.Zero;

    // A local port is used again after 16,384 connections of an actor; the millisecond tells those apart.
    private ulong Identity => Process.Id ^ ((ulong)Occurred.ToUnixTimeMilliseconds() << 16) ^ (ulong)LocalPort;

    /// <summary>The event as detections see it.</summary>
    /// <returns>A connection at the time that it was reported.</returns>
    public NetworkConnection ToNetworkConnection() =>
        new(Reported, Process.Host.Name, Process.Account?.Name, Process.Image, Process.CommandLine, RemoteAddress, RemotePort);
}
