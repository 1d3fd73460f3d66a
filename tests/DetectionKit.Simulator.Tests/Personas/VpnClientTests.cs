using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class VpnClientTests
{
    [Fact]
    public void Act_shakes_hands_every_120_s_within_sessions_of_1_to_5_hours()
    {
        var sessions = Offices.With(new VpnClient(), hours: 24).Events().OfType<SimulatedConnection>().GroupBy(c => c.Process).Select(g => g.ToArray()).ToArray();
        sessions.Length.ShouldBeGreaterThan(10);
        foreach (var session in sessions)
        {
            session.ShouldAllBe(c => c.Protocol == 17 && c.RemotePort == 51820);
            Offices.Intervals(session).ShouldAllBe(i => i >= TimeSpan.FromSeconds(119.9) && i <= TimeSpan.FromSeconds(120.4));
            (session[^1].Occurred - session[0].Occurred).ShouldBeLessThan(TimeSpan.FromHours(5));
        }
    }
}
