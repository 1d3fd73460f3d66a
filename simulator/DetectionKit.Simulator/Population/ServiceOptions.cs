namespace DetectionKit.Simulator.Population;

/// <summary>Where a service that software calls stands, in place of where its persona puts it.</summary>
/// <param name="Domain">The service's name, as the persona gives it.</param>
/// <param name="Provider">The name of one of <see cref="ProviderNetworks.All"/>.</param>
/// <param name="Addresses">How many addresses it has, 1 to 64.</param>
public sealed record ServiceOptions(string Domain, string Provider, int Addresses = 1);
