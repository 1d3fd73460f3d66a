using System.Net;

namespace DetectionKit.Simulator.Population;

/// <summary>Something that software connects to.</summary>
/// <param name="Domain">Its name.</param>
/// <param name="Kind">Whose address it has.</param>
/// <param name="Addresses">Its IPv4 addresses, at least one.</param>
/// <param name="Addresses6">Its IPv6 addresses; may be empty.</param>
public sealed record Destination(string Domain, DestinationKind Kind, IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPAddress> Addresses6);
