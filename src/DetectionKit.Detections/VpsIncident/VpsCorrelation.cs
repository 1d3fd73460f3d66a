namespace DetectionKit.Detections;

/// <summary>What an alert of <see cref="VpsIncident"/> says.</summary>
/// <param name="Entity">What the alerts have in common.</param>
/// <param name="Name">The host, the account or the address.</param>
/// <param name="Detections">How many detections speak of it.</param>
/// <param name="Score">The sum of their risks.</param>
/// <param name="Risk">How much speaks for an incident.</param>
/// <param name="Hosting">Who rents the address out, and as of when that is known; null where nobody is known to.</param>
public sealed record VpsCorrelation(IncidentEntity Entity, string Name, int Detections, int Score, IncidentRisk Risk, string? Hosting = null);
