using DetectionKit.Simulator.Population;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A host that a campaign reached.</summary>
/// <param name="Host">The host.</param>
/// <param name="Begin">When the implant starts on it.</param>
public sealed record Victim(Host Host, DateTimeOffset Begin);
