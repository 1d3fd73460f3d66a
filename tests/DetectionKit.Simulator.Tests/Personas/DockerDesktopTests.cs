using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class DockerDesktopTests
{
    [Fact]
    public void Act_reports_every_10_minutes_and_pulls_4_to_20_layers_in_office_hours()
    {
        var pulls = 0;
        var simulation = Offices.With(new DockerDesktop());
        foreach (var (host, connections) in Offices.ByHost(simulation))
        {
            connections.ShouldAllBe(c => host.WorkDay.Contains(c.Occurred.AddMinutes(-1), host.Site.UtcOffset) || host.WorkDay.Contains(c.Occurred.AddMilliseconds(1), host.Site.UtcOffset));
            var usage = connections.Where(c => Offices.IsFor(simulation, c, "api.docker.com")).ToArray();
            Offices.Intervals(usage).Where(i => i < TimeSpan.FromHours(1)).ShouldAllBe(i => i >= TimeSpan.FromMinutes(8.99) && i <= TimeSpan.FromMinutes(11.01));
            var runs = connections.Where(c => Offices.IsFor(simulation, c, "production.cloudflare.docker.com")).GroupBy(layer => usage.Count(u => u.Occurred <= layer.Occurred)).ToArray();
            runs.ShouldAllBe(r => r.Count() >= 1 && r.Count() <= 20);
            pulls += runs.Length;
        }

        pulls.ShouldBeGreaterThan(5);
    }
}
