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

    /// <summary>The event as detections see it.</summary>
    /// <returns>A connection at the time that it was reported.</returns>
    public NetworkConnection ToNetworkConnection() =>
        new(Reported, Process.Host.Name, Process.Account?.Name, Process.Image, Process.CommandLine, RemoteAddress, RemotePort);
}
