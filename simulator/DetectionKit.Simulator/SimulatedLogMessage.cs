namespace DetectionKit.Simulator;

/// <summary>A program wrote a line to the system's log (syslog).</summary>
public sealed class SimulatedLogMessage : SimulatedEvent
{
    internal SimulatedLogMessage()
    {
    }

    /// <summary>The program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>The line.</summary>
    public required string Message { get; init; }
}
