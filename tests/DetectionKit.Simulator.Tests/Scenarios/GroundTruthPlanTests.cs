using DetectionKit.GroundTruth;

namespace DetectionKit.Simulator.Tests.Scenarios;

public sealed class GroundTruthPlanTests
{
    [Fact]
    public void Labels_cover_exactly_the_malicious_events()
    {
        var counts = new Dictionary<GroundTruthLabel, long>(ReferenceEqualityComparer.Instance);
        foreach (var connection in Offices.Small.Events().OfType<SimulatedConnection>())
        {
            var label = Offices.Small.GroundTruth.LabelOf(connection.ToNetworkConnection());
            label.ShouldNotBeNull();
            label.Malicious.ShouldBe(connection.Actor.IsMalicious);
            (label.Profile ?? label.Persona).ShouldBe(connection.Actor.Name);
            label.Campaign.ShouldBe(connection.Actor.Campaign);
            counts[label] = counts.GetValueOrDefault(label) + 1;
        }

        var malicious = Offices.Small.GroundTruth.Labels.Where(l => l.Malicious).ToArray();
        malicious.ShouldAllBe(l => counts.GetValueOrDefault(l) == l.Events);
        malicious.Select(l => l.Campaign).Distinct().Count().ShouldBe(Offices.Small.Campaigns.Count);
    }

    [Fact]
    public void Malicious_labels_end_with_their_last_event()
    {
        foreach (var campaign in Offices.Small.Events().OfType<SimulatedConnection>().Where(c => c.Actor.IsMalicious).GroupBy(c => (c.Process.Host.Name, c.Actor.Campaign)))
        {
            var labels = Offices.Small.GroundTruth.Labels.Where(l => l.Campaign == campaign.Key.Campaign && l.Key!.TryGet("host", out var host) && host == campaign.Key.Name).ToArray();
            labels.Min(l => l.From).ShouldBe(campaign.Min(c => c.Reported));
            labels.Max(l => l.To).ShouldBe(campaign.Max(c => c.Reported).AddMilliseconds(1));
        }
    }

    [Fact]
    public void Windows_are_the_hours_with_events_and_no_others()
    {
        var labels = Offices.Small.GroundTruth.Labels.Where(l => l.Malicious).ToArray();
        var hours = Offices.Small.Events().OfType<SimulatedConnection>().Where(c => c.Actor.IsMalicious)
            .GroupBy(c => Offices.Small.GroundTruth.LabelOf(c.ToNetworkConnection())!)
            .ToDictionary(g => g.Key, g => g.CountBy(c => c.Reported.UtcTicks / TimeSpan.TicksPerHour).ToDictionary());

        labels.ShouldNotBeEmpty();
        foreach (var label in labels)
        {
            label.Windows!.ToDictionary(w => w.From.UtcTicks / TimeSpan.TicksPerHour, w => (int)w.Events!.Value).ShouldBe(hours[label], ignoreOrder: true);
            label.Windows!.ShouldAllBe(w => w.To - w.From == TimeSpan.FromHours(1));
        }
    }
}
