using System.Net;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>One operation of an adversary: a profile, its server, and its victims.</summary>
/// <param name="Name">Its name, unique in the simulation.</param>
/// <param name="Profile">How its implants call home.</param>
/// <param name="Servers">The addresses that its implants call, at least one, none of which anything benign has.</param>
/// <param name="Victims">The hosts that it reached, and when.</param>
public sealed record Campaign(string Name, AdversaryProfile Profile, IReadOnlyList<IPAddress> Servers, IReadOnlyList<Victim> Victims)
{
    /// <summary>The first of its addresses, and of most campaigns the only one.</summary>
    public IPAddress Server => Servers[0];
}
