using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class LanguageServerTests
{
    [Fact]
    public void Act_starts_a_process_a_session_that_lasts_up_to_3_hours()
    {
        var sessions = Offices.With(new LanguageServer()).Events().OfType<SimulatedConnection>().GroupBy(c => c.Process).Select(g => g.ToArray()).ToArray();
        sessions.Length.ShouldBeGreaterThan(20);
        // What began before the end of a session is finished after it: a burst of at most five.
        sessions.ShouldAllBe(s => s.Last().Occurred - s.First().Occurred <= TimeSpan.FromHours(3) + TimeSpan.FromSeconds(100));
        sessions.SelectMany(Offices.Intervals).Count(i => i <= TimeSpan.FromSeconds(20)).ShouldBeGreaterThan(500);
    }
}
