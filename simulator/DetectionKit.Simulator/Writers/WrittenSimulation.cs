namespace DetectionKit.Simulator.Writers;

/// <summary>What was written.</summary>
/// <param name="EventsPath">The enriched FDR file.</param>
/// <param name="RawPath">The raw FDR file.</param>
/// <param name="GroundTruthPath">The ground truth.</param>
/// <param name="Connections">Connections, the same in both files.</param>
/// <param name="Bytes">Bytes in all three.</param>
public sealed record WrittenSimulation(string EventsPath, string RawPath, string GroundTruthPath, long Connections, long Bytes);
