namespace DetectionKit.Simulator.Population;

/// <summary>An office of an organisation.</summary>
/// <param name="City">Its city; its hosts' names begin with two letters of it.</param>
/// <param name="UtcOffset">Its clock, ahead of UTC, from −14 to 14 hours in whole minutes. Zones have no names here: what a name means depends on a machine's tables.</param>
/// <param name="Share">How many hosts stand in it, above zero, as a weight against those of the other sites.</param>
public sealed record SiteOptions(string City, TimeSpan UtcOffset, double Share = 1);
