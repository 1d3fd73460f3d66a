using DetectionKit.Simulator.Imperfections;

namespace DetectionKit.Simulator.Writers;

/// <summary>What was written.</summary>
/// <param name="Paths">The files of events, one a format.</param>
/// <param name="GroundTruthPath">The ground truth.</param>
/// <param name="Connections">Connections that can be read.</param>
/// <param name="Bytes">Bytes in all files.</param>
public sealed record WrittenSimulation(IReadOnlyList<string> Paths, string GroundTruthPath, long Connections, long Bytes)
{
    /// <summary>The first file of events.</summary>
    public string EventsPath => Paths[0];

    /// <summary>What was done to the telemetry on purpose; null when nothing was asked for.</summary>
    public ImperfectionCounts? Imperfections { get; init; }
}
