namespace DetectionKit.Simulator.Writers;

/// <summary>How far a simulation is written.</summary>
/// <param name="Reached">The simulated time that it has come to.</param>
/// <param name="Fraction">The part of the simulated period that is done, 0 to 1.</param>
/// <param name="Connections">Connections so far.</param>
/// <param name="Bytes">Bytes so far, in all files.</param>
public sealed record SimulationProgress(DateTimeOffset Reached, double Fraction, long Connections, long Bytes);
