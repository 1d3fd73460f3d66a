namespace DetectionKit.Simulator;

/// <summary>A process created a file (Sysmon 11).</summary>
public sealed class SimulatedFileCreation : SimulatedEvent
{
    internal SimulatedFileCreation()
    {
    }

    /// <summary>Its path, as Windows writes it.</summary>
    public required string Path { get; init; }
}
