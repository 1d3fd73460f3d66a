using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class OneDriveSyncTests
{
    [Fact]
    public void Act_moves_1_to_6_files_at_once_in_office_hours_alone()
    {
        var simulation = Offices.With(new OneDriveSync(), hours: 24);
        foreach (var (host, connections) in Offices.ByHost(simulation))
        {
            var files = connections.Where(c => !Offices.IsFor(simulation, c, "skydrive.wns.windows.com")).ToArray();
            files.ShouldAllBe(c => host.WorkDay.Contains(c.Occurred.AddMilliseconds(1), host.Site.UtcOffset));
            var bursts = files.GroupBy(c => c.Occurred).Select(g => g.Count()).ToArray();
            // Two may fall within the same millisecond.
            bursts.Count(n => n > 6).ShouldBeLessThan(2);
            bursts.Max().ShouldBeGreaterThan(3);
        }
    }
}
