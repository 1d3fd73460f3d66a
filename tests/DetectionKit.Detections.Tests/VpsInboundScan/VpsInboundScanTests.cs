using System.Net;

namespace DetectionKit.Detections.Tests;

public sealed class VpsInboundScanTests
{
    [Fact]
    public void Fires_when_six_ports_of_a_host_are_refused_and_says_which_way()
    {
        var alert = Probes(6, isAnswered: false).Detect(new VpsInboundScan()).ShouldHaveSingleItem().Value;

        alert.ShouldBe(new InboundScan("203.0.113.9", ScanKind.Vertical, "198.51.100.1", null, 6, ScanRisk.Low));
    }

    [Fact]
    public void Fires_when_one_port_of_ten_hosts_is_refused()
    {
        var probes = Enumerable.Range(0, 10).Select(i => Probes(1, isAnswered: false).Single() with { RemoteAddress = IPAddress.Parse($"198.51.100.{i}") });

        probes.Detect(new VpsInboundScan()).ShouldHaveSingleItem().Value.ShouldBe(new InboundScan("203.0.113.9", ScanKind.Horizontal, null, 22, 10, ScanRisk.Medium));
    }

    [Fact]
    public void Fires_when_a_scanner_is_started_and_says_on_which_host() =>
        new[] { new ProcessStart(new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), "srv-1", "root", "9", "/usr/bin/nmap", "nmap -sS 203.0.113.0/24", null) }.Detect(new VpsInboundScan())
            .ShouldHaveSingleItem().Value.ShouldBe(new InboundScan("srv-1", ScanKind.Local, null, null, 1, ScanRisk.High));

    [Fact]
    public void Stays_silent_when_a_busy_client_is_answered() => Probes(6, isAnswered: true).Detect(new VpsInboundScan()).ShouldBeEmpty();

    [Fact]
    public void Stays_silent_when_it_is_not_known_whether_anyone_answered() => Probes(6, isAnswered: null).Detect(new VpsInboundScan()).ShouldBeEmpty();

    [Fact]
    public void Validate_wrong_options_names_them()
    {
        Should.Throw<DetectionOptionsException>(() => Probes(1, null).Detect(new VpsInboundScan(), new() { Window = TimeSpan.Zero })).Message.ShouldContain("Window is 00:00:00");
        Should.Throw<DetectionOptionsException>(() => Probes(1, null).Detect(new VpsInboundScan(), new() { Quiet = TimeSpan.Zero })).Message.ShouldContain("Quiet is 00:00:00");
        Should.Throw<DetectionOptionsException>(() => Probes(1, null).Detect(new VpsInboundScan(), new() { MinPorts = 1 })).Message.ShouldContain("MinPorts");
    }

    private static IEnumerable<NetworkFlow> Probes(int ports, bool? isAnswered) => Enumerable.Range(0, ports).Select(i => new NetworkFlow(
        new DateTimeOffset(2026, 3, 2, 0, 0, i, TimeSpan.Zero), "203.0.113.9", IPAddress.Parse("203.0.113.9"), null, null, IPAddress.Parse("198.51.100.1"), 22 + i, "tcp", 0, 0, null, isAnswered));
}
