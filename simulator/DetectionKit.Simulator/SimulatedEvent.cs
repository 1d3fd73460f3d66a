using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator;

/// <summary>One labelled event of the simulated telemetry.</summary>
public abstract class SimulatedEvent
{
    private DateTimeOffset _occurred;
    private DateTimeOffset _reported;
    private SimulatedProcess _process = null!;

    private protected SimulatedEvent()
    {
    }

    /// <summary>When it happened on the host, UTC, in whole milliseconds (ContextTimeStamp of FDR).</summary>
    public required DateTimeOffset Occurred
    {
        get => _occurred;
        init => _occurred = value;
    }

    /// <summary>When the sensor's cloud took it, UTC, in whole milliseconds (timestamp of FDR): the event time by default.</summary>
    public required DateTimeOffset Reported
    {
        get => _reported;
        init => _reported = value;
    }

    /// <summary>The process that it is about.</summary>
    public required SimulatedProcess Process
    {
        get => _process;
        init => _process = value;
    }

    /// <summary>Who made it: the persona or the adversary's profile, and its campaign.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Whether its line is cut off in telemetry that is text; other outputs leave it out.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>The same event of whatever kind, as imperfect telemetry has it.</summary>
    internal SimulatedEvent Altered(SimulatedProcess process, TimeSpan skew, bool isMalformed)
    {
        var altered = (SimulatedEvent)MemberwiseClone();
        altered._process = process;
        altered._occurred += skew;
        altered._reported += skew;
        altered.IsMalformed = isMalformed;
        return altered;
    }
}
