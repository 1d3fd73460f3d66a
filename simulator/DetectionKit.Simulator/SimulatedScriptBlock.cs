namespace DetectionKit.Simulator;

/// <summary>PowerShell ran a script block (event 4104 of its operational log).</summary>
public sealed class SimulatedScriptBlock : SimulatedEvent
{
    internal SimulatedScriptBlock()
    {
    }

    /// <summary>The script.</summary>
    public required string Text { get; init; }
}
