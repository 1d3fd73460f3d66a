namespace DetectionKit.Simulator.Writers;

/// <summary>What was written.</summary>
/// <param name="Paths">The files of events, one a format.</param>
/// <param name="GroundTruthPath">The ground truth.</param>
/// <param name="Connections">Connections that were simulated.</param>
/// <param name="Bytes">Bytes in all files.</param>
public sealed record WrittenSimulation(IReadOnlyList<string> Paths, string GroundTruthPath, long Connections, long Bytes)
{
    /// <summary>The first file of events.</summary>
    public string EventsPath => Paths[0];
}
