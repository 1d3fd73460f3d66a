namespace DetectionKit.Simulator;

/// <summary>The sensor reported a process (ProcessRollup2, SyntheticProcessRollup2).</summary>
public sealed class SimulatedProcessStart : SimulatedEvent
{
    internal SimulatedProcessStart()
    {
    }
}
