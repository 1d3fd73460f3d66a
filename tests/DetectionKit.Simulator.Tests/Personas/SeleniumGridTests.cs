using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class SeleniumGridTests
{
    [Fact]
    public void Act_checks_four_nodes_every_120_s()
    {
        foreach (var (host, connections) in Offices.ByHost(Offices.With(new SeleniumGrid(), hours: 12)))
        {
            connections.ShouldAllBe(c => c.RemotePort == 5555);
            connections.Select(c => c.RemoteAddress).Distinct().Count().ShouldBe(host.LocalAddress6 is null ? 4 : connections.Select(c => c.RemoteAddress).Distinct().Count());
            var checks = connections.GroupBy(c => c.Occurred).Where(g => g.Count() >= 4).Select(g => g.First()).ToArray();
            checks.Length.ShouldBeGreaterThan(20);
            Offices.Intervals(checks).ShouldAllBe(i => i == TimeSpan.FromSeconds(120));
        }
    }
}
