using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Adversaries;

public sealed class MeterpreterReverseHttpsTests
{
    [Fact]
    public void Act_waits_longer_after_each_empty_poll_up_to_10_s_and_starts_again_after_a_task()
    {
        var simulation = Simulation.Create(new SimulationOptions
        {
            Seed = 8,
            Hosts = 300,
            Duration = TimeSpan.FromHours(12),
            Scenario = new Scenario { Name = "one adversary", Adversaries = [new MeterpreterReverseHttps()] },
        });
        foreach (var (_, connections) in Offices.ByHost(simulation))
        {
            var waits = Offices.Intervals(connections);
            waits.ShouldAllBe(w => w <= TimeSpan.FromSeconds(10.16));
            // Nine waits of under a tenth of a second, then one of at least a second: once for each task.
            waits.Count(w => w < TimeSpan.FromSeconds(0.25)).ShouldBeGreaterThan(40);
            waits.Count(w => w >= TimeSpan.FromSeconds(10)).ShouldBeGreaterThan(waits.Length / 4);
        }
    }
}
