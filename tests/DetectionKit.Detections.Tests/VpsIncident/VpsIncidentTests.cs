using System.Net;

namespace DetectionKit.Detections.Tests;

public sealed class VpsIncidentTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fires_when_a_beacon_and_a_download_speak_of_one_host_and_shows_their_alerts()
    {
        var calls = Enumerable.Range(0, 12).Select(i => new NetworkConnection(s_start.AddSeconds(1 + i), "PC-1", null, "a.exe", null, IPAddress.Parse("203.0.113.9"), 443) { Process = "1" }).ToArray();
        var start = new ProcessStart(s_start, "PC-1", null, "1", @"C:\certutil.exe", "certutil -urlcache -f x", null);
        var run = new VpsIncident().Start(null, new() { Disorder = Disorder.Any });

        var alerts = run.Push(new ObjectBatch<NetworkConnection>(calls)).Concat(run.PushEvent(start)).Concat(run.Complete()).ToList();

        var beacon = calls.Detect(new VpsBeaconing()).ShouldHaveSingleItem();
        alerts.Select(alert => (alert.Value.Entity, alert.Value.Name, alert.Value.Detections)).ShouldBe([(IncidentEntity.Host, "PC-1", 2), (IncidentEntity.RemoteAddress, "203.0.113.9", 2)], ignoreOrder: true);
        alerts[0].Evidence.Sample.Select(e => e.Fields["Id"]).ShouldContain(beacon.Id);
    }

    [Fact]
    public void Stays_silent_when_one_detection_speaks_alone()
    {
        var run = new VpsIncident().Start(null, new() { Disorder = Disorder.Any });
        var calls = Enumerable.Range(0, 60).Select(i => new NetworkConnection(s_start.AddSeconds(i), "PC-1", null, "a.exe", null, IPAddress.Parse("203.0.113.9"), 443)).ToArray();

        run.Push(new ObjectBatch<NetworkConnection>(calls)).Concat(run.Complete()).ShouldBeEmpty();
    }

    [Fact]
    public void Validate_wrong_options_names_them()
    {
        Should.Throw<DetectionOptionsException>(() => new VpsIncident().Start(new() { Hop = TimeSpan.FromDays(2) })).Message.ShouldContain("Hop is 2.00:00:00");
        Should.Throw<DetectionOptionsException>(() => new VpsIncident().Start(new() { MinDetections = 4 })).Message.ShouldContain("HighDetections is 3, below MinDetections (4)");
    }
}
