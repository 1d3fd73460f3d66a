using System.Net;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>One operation of an adversary: a profile, its server, and its victims.</summary>
/// <param name="Name">Its name, unique in the simulation.</param>
/// <param name="Profile">How its implants call home.</param>
/// <param name="Server">The address of its server, which nothing benign has.</param>
/// <param name="Victims">The hosts that it reached, and when.</param>
public sealed record Campaign(string Name, AdversaryProfile Profile, IPAddress Server, IReadOnlyList<Victim> Victims);
