using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class ServiceMeshTests
{
    [Fact]
    public void Act_opens_its_control_connection_every_27_to_33_minutes_day_and_night()
    {
        foreach (var (_, connections) in Offices.ByHost(Offices.With(new ServiceMesh(), hours: 24)))
        {
            var control = Offices.Intervals(connections.Where(c => c.RemotePort == 15012));
            control.Length.ShouldBeGreaterThan(40);
            control.ShouldAllBe(i => i >= TimeSpan.FromMinutes(26.99) && i <= TimeSpan.FromMinutes(33.01));
            connections.Select(c => c.RemotePort).Distinct().Order().ShouldBe([443, 15012, 15443]);
        }
    }
}
