using System.Net;

namespace DetectionKit.Simulator;

/// <summary>Somebody outside asked a port of a host's public address. Endpoint sensors do not tell of it; a sensor at the organisation's edge does.</summary>
public sealed class SimulatedProbe : SimulatedEvent
{
    internal SimulatedProbe()
    {
    }

    /// <summary>The address that asks.</summary>
    public required IPAddress Source { get; init; }

    /// <summary>The port that it asks from.</summary>
    public required int SourcePort { get; init; }

    /// <summary>The address that is asked.</summary>
    public required IPAddress Target { get; init; }

    /// <summary>The port that is asked for.</summary>
    public required int TargetPort { get; init; }

    /// <summary>Whether anything answers there.</summary>
    public required bool IsAnswered { get; init; }
}
