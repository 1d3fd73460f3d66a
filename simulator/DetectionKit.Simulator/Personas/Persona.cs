using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>A kind of benign software. One persona is one class in one file, which states where its rhythm comes from.</summary>
public abstract class Persona
{
    /// <summary>Its name, as ground truth gives it.</summary>
    public abstract string Name { get; }

    /// <summary>What it repeats, and how often.</summary>
    public abstract string Rhythm { get; }

    /// <summary>What its connections carry. Payload sizes that a protocol fixes are the protocol's (NTP: RFC 5905; WireGuard's handshake); all others are an assumption about the order of magnitude.</summary>
    public abstract Traffic Traffic { get; }

    /// <summary>Where that comes from: a vendor's documentation, a protocol's defaults, a recording, or "assumption".</summary>
    public abstract string Source { get; }

    /// <summary>How many hosts of a kind run it.</summary>
    /// <param name="host">A host.</param>
    /// <returns>The share of hosts like this one, from 0 to 1.</returns>
    public abstract double Prevalence(Host host);

    /// <summary>The keys of its events. No other persona of a scenario has the same.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <returns>The keys, at least one.</returns>
    public abstract IEnumerable<GroundTruthKey> Keys(Organisation organisation);

    /// <summary>What it does on one host during the simulated period.</summary>
    /// <param name="context">The host, the time, and the events that can be made.</param>
    /// <returns>Events in the order in which they occur, before the end of the period.</returns>
    public abstract IEnumerable<SimulatedEvent> Act(ActorContext context);

    /// <summary>The key of all processes of an executable.</summary>
    /// <param name="image">Its path.</param>
    /// <returns>The key.</returns>
    protected static GroundTruthKey ImageKey(string image) => GroundTruthKey.Any.With("image", image);
}
