using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator;

/// <summary>One labelled event of the simulated telemetry.</summary>
public abstract class SimulatedEvent
{
    private protected SimulatedEvent()
    {
    }

    /// <summary>When it happened on the host, UTC, in whole milliseconds (ContextTimeStamp of FDR).</summary>
    public required DateTimeOffset Occurred { get; init; }

    /// <summary>When the sensor's cloud took it, UTC, in whole milliseconds (timestamp of FDR): the event time by default.</summary>
    public required DateTimeOffset Reported { get; init; }

    /// <summary>The process that it is about.</summary>
    public required SimulatedProcess Process { get; init; }

    /// <summary>Who made it: the persona or the adversary's profile, and its campaign.</summary>
    public required Actor Actor { get; init; }
}
