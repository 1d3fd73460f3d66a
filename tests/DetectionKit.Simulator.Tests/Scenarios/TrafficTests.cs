using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Scenarios;
using DetectionKit.Simulator.Validation;

namespace DetectionKit.Simulator.Tests.Scenarios;

public sealed class TrafficTests
{
    [Fact]
    public void Connections_carry_about_the_median_of_their_actor()
    {
        foreach (var actor in Offices.Small.Events().OfType<SimulatedConnection>().GroupBy(c => c.Actor.Name).Where(g => g.Count() >= 200))
        {
            var sent = actor.Select(c => c.BytesSent).Order().ToArray();
            ((double)sent[sent.Length / 2]).ShouldBeInRange(actor.First().Actor.Traffic.Sent * 0.6, actor.First().Actor.Traffic.Sent * 1.7, actor.Key);
        }
    }

    [Fact]
    public void Handshakes_of_a_fixed_size_never_stray()
    {
        var handshakes = Offices.Small.Events().OfType<SimulatedConnection>().Where(c => c.Actor.Name == new VpnClient().Name).ToArray();

        handshakes.ShouldNotBeEmpty();
        handshakes.ShouldAllBe(c => c.BytesSent == 148 && c.BytesReceived == 92);
    }

    [Fact]
    public void A_beacon_strays_less_than_a_browser()
    {
        static double Spread(string actor)
        {
            var sent = Offices.Small.Events().OfType<SimulatedConnection>().Where(c => c.Actor.Name == actor).Select(c => c.BytesSent).Order().ToArray();
            return (double)sent[sent.Length * 9 / 10] / sent[sent.Length / 10];
        }

        Spread(new CobaltStrikeBeacon().Name).ShouldBeLessThan(1.3);
        Spread(new Browser().Name).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Nothing_comes_back_where_nothing_answers()
    {
        var scan = Simulation.Create(new NmapScan().ToOptions()).Events().OfType<SimulatedConnection>().ToArray();

        scan.Length.ShouldBe(6);
        scan.ShouldAllBe(c => c.BytesSent == 0 && c.BytesReceived == 0 && c.Lasted == TimeSpan.Zero);
    }

    [Fact]
    public void Medians_are_positive_for_every_persona_and_profile() =>
        Scenario.OfficeUnderAttack.Personas.Select(p => p.Traffic).Concat(Scenario.OfficeUnderAttack.Adversaries.Select(a => a.Traffic))
            .ShouldAllBe(t => t.Sent > 0 && t.Received > 0 && t.Spread >= 0 && t.Lasts > TimeSpan.Zero);
}
