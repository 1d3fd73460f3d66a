using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;

namespace DetectionKit.Simulator.Scenarios;

/// <summary>Plans one campaign for each adversary of a scenario.</summary>
internal static class CampaignPlan
{
    private const int HostsForEachVictim = 70;
    private const int MostVictims = 5;

    public static IReadOnlyList<Campaign> Draw(SimulationOptions options, Organisation organisation)
    {
        var servers = organisation.Destinations.Adversaries;
        var campaigns = new List<Campaign>();
        var taken = 0;
        foreach (var profile in options.Scenario.Adversaries)
        {
            var number = campaigns.Count;
            var preferred = organisation.Hosts.Where(profile.RunsOn).ToArray();
            var candidates = preferred.Length > 0 ? preferred : [.. organisation.Hosts];
            campaigns.Add(new Campaign($"{profile.Name}-{number + 1}", profile, [.. servers.Skip(taken).Take(profile.Servers)], Victims(options, candidates, number)));
            taken += profile.Servers;
        }

        return campaigns;
    }

    private static List<Victim> Victims(SimulationOptions options, Host[] candidates, int campaign)
    {
        var random = DeterministicRandom.For(options.Seed, "campaign", campaign);
        var wanted = Math.Min(candidates.Length, random.Between(1, Math.Clamp(1 + options.Hosts / HostsForEachVictim, 1, MostVictims)));
        var victims = new List<Victim>(wanted);
        while (victims.Count < wanted)
        {
            var host = random.Pick(candidates);
            if (victims.Exists(v => v.Host == host)) continue;
            // Within the first quarter, so that most of the period shows the implant at work.
            victims.Add(new Victim(host, options.Start.ToUniversalTime() + random.Between(TimeSpan.Zero, options.Duration / 4)));
        }

        return victims;
    }
}
