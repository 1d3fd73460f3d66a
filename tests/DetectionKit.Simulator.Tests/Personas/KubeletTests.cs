using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Tests.Personas;

public sealed class KubeletTests
{
    [Fact]
    public void Act_probes_two_pods_every_10_s_and_opens_a_watch_after_5_to_10_minutes()
    {
        foreach (var (_, connections) in Offices.ByHost(Offices.With(new Kubelet(), hours: 12)))
        {
            var probes = connections.Where(c => c.RemotePort == 8080).ToArray();
            probes.Select(c => c.RemoteAddress.ToString()).Distinct().Order().ShouldBe(["10.244.0.11", "10.244.0.12"]);
            Offices.Intervals(probes).ShouldAllBe(i => i == TimeSpan.Zero || i == TimeSpan.FromSeconds(10));
            var watches = connections.Where(c => c.RemotePort == 6443).ToArray();
            // A watch is opened again with the first probe after its end.
            Offices.Intervals(watches).ShouldAllBe(i => i >= TimeSpan.FromMinutes(5) && i <= TimeSpan.FromSeconds(610));
            watches.Length.ShouldBeGreaterThan(3);
        }
    }
}
