using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class PackageMirrorTests
{
    [Fact]
    public void Act_runs_at_most_once_in_each_half_of_the_day()
    {
        foreach (var host in Offices.With(new PackageMirror(), hours: 96).Events().OfType<SimulatedProcessStart>().GroupBy(p => p.Process.Host))
        {
            host.Key.IsWindows.ShouldBeFalse();
            var halves = host.Select(p => (p.Occurred + host.Key.Site.UtcOffset - TimeSpan.FromHours(6)).UtcTicks / TimeSpan.FromHours(12).Ticks).ToArray();
            halves.Distinct().Count().ShouldBe(halves.Length);
            halves.Length.ShouldBeInRange(6, 9);
        }
    }
}
