using DetectionKit.Simulator.Imperfections;

namespace DetectionKit.Simulator.Writers;

/// <summary>What was written.</summary>
/// <param name="EventsPath">The enriched FDR file.</param>
/// <param name="RawPath">The raw FDR file.</param>
/// <param name="GroundTruthPath">The ground truth.</param>
/// <param name="Connections">Connections that can be read, the same in both files.</param>
/// <param name="Bytes">Bytes in all three.</param>
public sealed record WrittenSimulation(string EventsPath, string RawPath, string GroundTruthPath, long Connections, long Bytes)
{
    /// <summary>What was done to the telemetry on purpose; null when nothing was asked for.</summary>
    public ImperfectionCounts? Imperfections { get; init; }
}
