namespace DetectionKit.Simulator.Population;

/// <summary>An office: people there work by its clock.</summary>
/// <param name="Code">Three letters, the beginning of its hosts' names.</param>
/// <param name="City">Its city.</param>
/// <param name="UtcOffset">Its clock, ahead of UTC. It does not change within a simulation.</param>
/// <param name="PublicAddress">The address that its hosts are seen under from outside.</param>
public sealed record Site(string Code, string City, TimeSpan UtcOffset, string PublicAddress);
