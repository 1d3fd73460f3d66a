using DetectionKit.Simulator;

namespace DetectionKit.CommandLine.Demo;

/// <summary>What a campaign did on the network.</summary>
/// <param name="Campaign">Its name.</param>
/// <param name="Profile">How its implants call home.</param>
/// <param name="Connections">How many connections it made.</param>
/// <param name="MostInAnHour">The most connections of one process to one address within one hour of the clock.</param>
internal sealed record CampaignActivity(string Campaign, string Profile, long Connections, long MostInAnHour)
{
    internal static IReadOnlyList<CampaignActivity> Of(Simulation simulation)
    {
        var connections = simulation.Events().OfType<SimulatedConnection>()
            .Where(c => c.Actor.Campaign is not null)
            .GroupBy(c => c.Actor.Campaign!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Count: g.LongCount(), Most: (long)g.CountBy(Hour).Max(h => h.Value)), StringComparer.Ordinal);
        return
        [
            .. simulation.Campaigns.Select(c =>
            {
                var (count, most) = connections.GetValueOrDefault(c.Name);
                return new CampaignActivity(c.Name, c.Profile.Name, count, most);
            }),
        ];
    }

    private static (object Process, System.Net.IPAddress Address, long Hour) Hour(SimulatedConnection c) => (c.Process, c.RemoteAddress, c.Reported.UtcTicks / TimeSpan.TicksPerHour);
}
