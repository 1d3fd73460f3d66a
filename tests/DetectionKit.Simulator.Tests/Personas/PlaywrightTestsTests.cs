using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class PlaywrightTestsTests
{
    [Fact]
    public void Act_gives_each_worker_a_process_that_loads_at_most_60_pages_of_6_connections()
    {
        var workers = Offices.With(new PlaywrightTests()).Events().OfType<SimulatedConnection>().GroupBy(c => c.Process).Select(g => g.Count()).ToArray();
        workers.Length.ShouldBeGreaterThan(20);
        workers.ShouldAllBe(n => n <= 360);
        // The end of the period may cut a few.
        workers.Count(n => n % 6 == 0 && n >= 60).ShouldBeGreaterThan(workers.Length - 6);
    }
}
