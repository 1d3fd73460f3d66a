namespace DetectionKit.Simulator.Population;

/// <summary>An organisation as its author describes it; what is left out is as in the default one.</summary>
public sealed record OrganisationOptions
{
    /// <summary>Its name; null to draw one.</summary>
    public string? Name { get; init; }

    /// <summary>Its domain; null to make one from the name, under .example.</summary>
    public string? Domain { get; init; }

    /// <summary>How many hosts it has of each role; <see cref="SimulationOptions.Hosts"/> scales them. Empty for the default mix.</summary>
    public IReadOnlyDictionary<HostRole, int> Hosts { get; init; } = new Dictionary<HostRole, int>();

    /// <summary>How many people it has, at least 1: fewer than personal hosts means that some have several. Null for one a host.</summary>
    public int? Users { get; init; }

    /// <summary>Its offices, at most 20; empty for one to three of the default ones.</summary>
    public IReadOnlyList<SiteOptions> Sites { get; init; } = [];

    /// <summary>When people work.</summary>
    public OfficeHours OfficeHours { get; init; } = OfficeHours.Default;

    /// <summary>
    /// The share of hosts of a role that run some software, from 0 to 1, by the persona's name and the role; what is not named is as the persona has
    /// it. A role that a persona is never on stays without it, and asking for it is an error.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<HostRole, double>> Software { get; init; } = new Dictionary<string, IReadOnlyDictionary<HostRole, double>>();

    /// <summary>What kind of network web sites stand in, as weights; not <see cref="DestinationKind.Internal"/>. Empty for the default mix.</summary>
    public IReadOnlyDictionary<DestinationKind, double> Destinations { get; init; } = new Dictionary<DestinationKind, double>();

    /// <summary>Services that stand elsewhere than by default.</summary>
    public IReadOnlyList<ServiceOptions> Services { get; init; } = [];

    /// <summary>How many hosts its roles make; zero when it does not say.</summary>
    public int TotalHosts => Hosts.Values.Sum();

    /// <summary>Checks every option.</summary>
    /// <returns>What is wrong, one message for each; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Hosts.Values.Any(n => n is < 0 or > 100_000) || (Hosts.Count > 0 && TotalHosts is 0 or > 100_000)) problems.Add("Hosts are 1 to 100000 together, and none of a role below zero.");
        if (Users < 1) problems.Add(FormattableString.Invariant($"Users is {Users}; choose at least 1."));
        if (Sites.Count > 20) problems.Add(FormattableString.Invariant($"Sites are {Sites.Count}; choose 20 at most."));
        foreach (var site in Sites)
        {
            if (string.IsNullOrWhiteSpace(site.City)) problems.Add("A site has no city; name it.");
            if (site.UtcOffset.Duration() > TimeSpan.FromHours(14) || site.UtcOffset.Ticks % TimeSpan.TicksPerMinute != 0)
                problems.Add($"The clock of {site.City} is {site.UtcOffset:c} ahead of UTC; choose whole minutes from -14:00 to 14:00.");
            if (site.Share is not (> 0 and <= 1_000_000)) problems.Add(FormattableString.Invariant($"The share of {site.City} is {site.Share}; choose more than zero."));
        }

        var day = OfficeHours;
        if (day.EarliestBegin < TimeSpan.Zero || day.LatestBegin < day.EarliestBegin || day.Shortest <= TimeSpan.Zero || day.Longest < day.Shortest || day.LatestBegin + day.Longest > TimeSpan.FromDays(1))
            problems.Add($"OfficeHours begin from {day.EarliestBegin:c} to {day.LatestBegin:c} and last {day.Shortest:c} to {day.Longest:c}; choose them in that order, ended by midnight.");
        problems.AddRange(Software.SelectMany(s => s.Value, (s, role) => (s.Key, Role: role.Key, Share: role.Value)).Where(s => s.Share is not (>= 0 and <= 1))
            .Select(s => FormattableString.Invariant($"The share of {s.Key} on {s.Role} is {s.Share}; choose 0 to 1.")));
        if (Destinations.ContainsKey(DestinationKind.Internal)) problems.Add("Destinations name Internal; web sites stand outside.");
        if (Destinations.Count > 0 && (Destinations.Values.Any(w => w is not (>= 0 and <= 1_000_000)) || Destinations.Values.Sum() <= 0)) problems.Add("Destinations are weights of zero and more, not all of them zero.");
        foreach (var service in Services)
        {
            if (ProviderNetworks.Find(service.Provider) is null) problems.Add($"The service {service.Domain} stands at '{service.Provider}', which is not known; choose one of {string.Join(", ", ProviderNetworks.All.Select(p => p.Provider))}.");
            if (service.Addresses is < 1 or > 64) problems.Add(FormattableString.Invariant($"The service {service.Domain} has {service.Addresses} addresses; choose 1 to 64."));
        }

        return problems;
    }
}
