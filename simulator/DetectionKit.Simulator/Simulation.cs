using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Imperfections;
using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator;

/// <summary>A simulated organisation and what happens in it. Events are made as they are asked for, and are the same each time.</summary>
public sealed class Simulation
{
    private readonly ImperfectTelemetry? _imperfect;

    private Simulation(SimulationOptions options)
    {
        Options = options;
        _imperfect = options.Imperfections is { } imperfections ? new ImperfectTelemetry(options, imperfections) : null;
        Organisation = Organisation.Draw(options.Seed, options.Hosts, options.Scenario.Adversaries.Sum(a => a.Servers), options.Organisation);
        Campaigns = CampaignPlan.Draw(options, Organisation);
        GroundTruth = GroundTruthPlan.Draw(this);
    }

    /// <summary>What is simulated.</summary>
    public SimulationOptions Options { get; }

    /// <summary>Who and what is simulated.</summary>
    public Organisation Organisation { get; }

    /// <summary>The adversaries' operations.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; }

    /// <summary>What is true of the events.</summary>
    public GroundTruthDocument GroundTruth { get; }

    /// <summary>Draws the organisation and plans the campaigns.</summary>
    /// <param name="options">What to simulate.</param>
    /// <returns>The simulation.</returns>
    /// <exception cref="ArgumentException">An option is out of its range; the message names each.</exception>
    public static Simulation Create(SimulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = options.Validate();
        if (problems.Count == 0)
        {
            var simulation = new Simulation(options);
            problems = [.. simulation.Misplaced()];
            if (problems.Count == 0) return simulation;
        }

        throw new ArgumentException(string.Join(" ", problems), nameof(options));
    }

    /// <summary>
    /// All events in the order in which the telemetry holds them: that of occurrence, but for a few late reports of processes, and for what
    /// <see cref="SimulationOptions.Imperfections"/> does to it.
    /// </summary>
    /// <param name="counts">Told, as the events are asked for, what was done to them; null to tell nobody.</param>
    /// <returns>The events; memory holds one for each actor, and those that are late.</returns>
    public IEnumerable<SimulatedEvent> Events(ImperfectionCounts? counts = null)
    {
        var events = Timeline.Merge(Options.Scenario.Personas.SelectMany(Actors).Concat(Campaigns.SelectMany(Actors)));
        return _imperfect is null ? events : _imperfect.Deliver(events, counts ?? new ImperfectionCounts());
    }

    /// <summary>The connections alone, as detections see them; those whose line is cut off are left out.</summary>
    /// <returns>The connections, at the time when they were reported, in the order of <see cref="Events"/>.</returns>
    public IEnumerable<NetworkConnection> Connections() => Events().OfType<SimulatedConnection>().Where(c => !c.IsMalformed).Select(c => c.ToNetworkConnection());

    /// <summary>What each implant of a campaign does, as it comes: the ground truth counts it.</summary>
    internal IEnumerable<IEnumerable<SimulatedEvent>> Delivered(Campaign campaign) => _imperfect is null ? Actors(campaign) : Actors(campaign).Select(_imperfect.Alter);

    private IEnumerable<IEnumerable<SimulatedEvent>> Actors(Campaign campaign)
    {
        var actor = new Actor(campaign.Profile.Name, campaign.Name) { Traffic = campaign.Profile.Traffic };
        return campaign.Victims.Select(v => campaign.Profile.Act(new ActorContext(this, v.Host, actor, "campaign " + campaign.Name), campaign, v.Begin));
    }

    private IEnumerable<IEnumerable<SimulatedEvent>> Actors(Persona persona)
    {
        var actor = new Actor(persona.Name, Campaign: null) { Traffic = persona.Traffic };
        return Organisation.Hosts
            .Where(h => DeterministicRandom.For(Options.Seed, "prevalence " + persona.Name, h.Index).Chance(Prevalence(persona, h)))
            .Select(h => persona.Act(new ActorContext(this, h, actor, "persona " + persona.Name)));
    }

    private double Prevalence(Persona persona, Host host)
    {
        var usual = persona.Prevalence(host);
        return usual > 0 && Options.Organisation is { } wanted && wanted.Software.TryGetValue(persona.Name, out var roles) && roles.TryGetValue(host.Role, out var share) ? share : usual;
    }

    // Whether software can be on a role only its persona knows, for a host.
    private IEnumerable<string> Misplaced() =>
        from software in Options.Organisation?.Software ?? new Dictionary<string, IReadOnlyDictionary<HostRole, double>>()
        let persona = Options.Scenario.Personas.FirstOrDefault(p => p.Name == software.Key)
        where persona is not null
        from role in software.Value
        let hosts = Organisation.Hosts.Where(h => h.Role == role.Key).ToArray()
        where role.Value > 0 && hosts.Length > 0 && hosts.All(h => persona.Prevalence(h) == 0)
        select $"Organisation: {software.Key} does not run on {role.Key}; leave it out.";
}
