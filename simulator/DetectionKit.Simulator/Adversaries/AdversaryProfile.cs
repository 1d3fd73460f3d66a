using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>How a command-and-control framework calls home. One profile is one class in one file, which states the framework's documented defaults.</summary>
public abstract class AdversaryProfile
{
    /// <summary>Its name, as ground truth gives it.</summary>
    public abstract string Name { get; }

    /// <summary>The framework's defaults, and what the profile sets otherwise.</summary>
    public abstract string Defaults { get; }

    /// <summary>What a call carries: an assumption about the order of magnitude, since operators change it and no framework documents it.</summary>
    public abstract Traffic Traffic { get; }

    /// <summary>Where the defaults are documented; "assumption" where they are an operator's choice.</summary>
    public abstract string Source { get; }

    /// <summary>How many addresses its operator rents for a campaign, at least 1.</summary>
    public virtual int Servers => 1;

    /// <summary>Whether a host can be a victim: those that people work on, unless a profile says otherwise. Where an organisation has none such, any host is one.</summary>
    /// <param name="host">A host.</param>
    /// <returns>Whether it can.</returns>
    public virtual bool RunsOn(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.IsPersonal;
    }

    /// <summary>What it does on one victim from the beginning of its campaign there.</summary>
    /// <param name="context">The victim, the time, and the events that can be made.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="begin">When the implant starts on this victim.</param>
    /// <returns>Events in the order in which they occur, before the end of the period.</returns>
    public abstract IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin);
}
