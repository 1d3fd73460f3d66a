using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class DropboxSyncTests
{
    [Fact]
    public void Act_waits_30_to_120_s_for_changes_at_night_and_fetches_files_by_day()
    {
        var files = 0;
        var simulation = Offices.With(new DropboxSync(), hours: 24);
        foreach (var (host, connections) in Offices.ByHost(simulation))
        {
            var nightly = connections.Where(c => !host.WorkDay.Contains(c.Occurred.AddMinutes(-2), host.Site.UtcOffset) && !host.WorkDay.Contains(c.Occurred.AddMinutes(2), host.Site.UtcOffset));
            Offices.Intervals(nightly).Where(i => i < TimeSpan.FromHours(2)).ShouldAllBe(i => i >= TimeSpan.FromSeconds(29.9) && i <= TimeSpan.FromSeconds(120.1));
            files += connections.Count(c => Offices.IsFor(simulation, c, "block.dropbox.com"));
        }

        files.ShouldBeGreaterThan(50);
    }
}
