using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class SentinelOneAgentTests
{
    [Fact]
    public void Act_checks_in_every_57_to_63_s_and_sends_batches_at_random()
    {
        var simulation = Offices.With(new SentinelOneAgent());
        foreach (var (_, connections) in Offices.ByHost(simulation))
        {
            var batches = connections.Where(c => Offices.IsFor(simulation, c, "ioc-gw-prod.sentinelone.net")).ToArray();
            Offices.Intervals(connections.Except(batches)).ShouldAllBe(i => i >= TimeSpan.FromSeconds(56.9) && i <= TimeSpan.FromSeconds(63.1));
            // Twelve hours at one in five minutes.
            batches.Length.ShouldBeInRange(100, 190);
        }
    }
}
