using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>What <see cref="VpsInboundScan"/> makes of which flows.</summary>
internal static class VpsInboundScanCases
{
    private static readonly HostingNetworks s_rented = HostingNetworks.Of(("203.0.113.0/25", "A provider"));
    private static readonly DateTimeOffset s_midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_inside = ["10.1.2.3", "172.16.1.2", "192.168.1.2", "127.0.0.1", "169.254.1.2", "::1", "fe80::1", "fd00::1"];

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("6 ports of one host", Ports(6)).Fires(ScanRisk.Low),
        DetectionCase.Of("5 ports of one host, each of them twice", Ports(5).Concat(Ports(5, from: 60))).StaysSilent(),
        DetectionCase.Of("6 ports of one host that answer", Ports(6).Select(f => f with { IsAnswered = true })).StaysSilent(),
        DetectionCase.Of("6 ports of one host that answer, where those count", Ports(6).Select(f => f with { IsAnswered = true })).With(new VpsInboundScanOptions { CountAnswered = true }).Fires(ScanRisk.Low),
        DetectionCase.Of("10 hosts with one port", Hosts(10)).Fires(ScanRisk.Medium),
        DetectionCase.Of("9 hosts with one port, each of them twice", Hosts(9).Concat(Hosts(9, from: 60))).StaysSilent(),
        DetectionCase.Of("6 ports within nine minutes", Ports(6, step: 110)).Fires(ScanRisk.Low),
        DetectionCase.Of("6 ports within eleven minutes", Ports(6, step: 130)).StaysSilent(),
        DetectionCase.Of("6 ports, before and after ten minutes past", Ports(6, from: 570, step: 10)).Fires(ScanRisk.Low),
        DetectionCase.Of("7 ports at one time", Ports(7, step: 0)).Fires(ScanRisk.Low),
        DetectionCase.Of("6 ports, and again half an hour later", Ports(6).Concat(Ports(6, from: 1800))).Fires(ScanRisk.Low),
        DetectionCase.Of("3 ports of each of two hosts", Ports(3).Concat(Ports(3, first: 3).Select(f => f with { RemoteAddress = IPAddress.Parse("198.51.100.2") }))).StaysSilent(),
        DetectionCase.Of("3 ports, of each of two scanners", Ports(3).Concat(Ports(3, first: 3, scanner: "203.0.113.10"))).StaysSilent(),
        DetectionCase.Of("6 ports, in turn with other processes, names, sizes and outcomes", Ports(6).Select(Changing)).With(new VpsInboundScanOptions { CountAnswered = true }).Fires(ScanRisk.Low),
        DetectionCase.Of("10 hosts within nine minutes", Hosts(10, step: 60)).Fires(ScanRisk.Medium),
        DetectionCase.Of("10 hosts within eleven minutes", Hosts(10, step: 73)).StaysSilent(),
        DetectionCase.Of("10 hosts, before and after ten minutes past", Hosts(10, from: 570, step: 6)).Fires(ScanRisk.Medium),
        DetectionCase.Of("11 hosts at one time", Hosts(11, step: 0)).Fires(ScanRisk.Medium),
        DetectionCase.Of("10 hosts, and again half an hour later", Hosts(10).Concat(Hosts(10, from: 1800))).Fires(ScanRisk.Medium),
        DetectionCase.Of("5 hosts with each of two ports", Hosts(5).Concat(Hosts(5, first: 5).Select(f => f with { RemotePort = 23 }))).StaysSilent(),
        DetectionCase.Of("5 hosts, of each of two scanners", Hosts(5).Concat(Hosts(5, first: 5).Select(f => f with { Host = "203.0.113.10" }))).StaysSilent(),
        DetectionCase.Of("10 hosts, in turn with other processes, names, sizes and outcomes", Hosts(10).Select(Changing)).With(new VpsInboundScanOptions { CountAnswered = true }).Fires(ScanRisk.Medium),
        DetectionCase.Of("6 ports, but from addresses inside", s_inside.SelectMany(address => Ports(6, scanner: address))).StaysSilent(),
        DetectionCase.Of("6 ports, from no known address", Ports(6).Select(f => f with { SourceAddress = null })).StaysSilent(),
        DetectionCase.Of("nmap is started from its usual place", [Start()]).Fires(ScanRisk.High),
        DetectionCase.Of("another program is started", [Start(image: "/usr/bin/mynmap")]).StaysSilent(),
        DetectionCase.Of("a program that is not known is started", [Start(image: null)]).StaysSilent(),
        DetectionCase.Of("nmap is started twice within the hour", [Start(), Start(at: 3500)]).Fires(ScanRisk.High),
        DetectionCase.Of("nmap is started again after 90 minutes", [Start(), Start(at: 5400)]).Fires(ScanRisk.High, ScanRisk.High),
        DetectionCase.Of("nmap is started again after more than half an hour", [Start(), Start(at: 2000)]).Fires(ScanRisk.High),
        DetectionCase.Of("nmap is started on two hosts", [Start(), Start(at: 1, host: "PC-2")]).Fires(ScanRisk.High, ScanRisk.High),
        DetectionCase.Of("nmap is started by two users", [Start(), Start(at: 1, user: "root")]).Fires(ScanRisk.High, ScanRisk.High),
        DetectionCase.Of("nmap is started by two processes, with two command lines", [Start(), Start(at: 1) with { Process = "2", CommandLine = "nmap -sU", ParentImage = null, Image = "/opt/nmap" }]).Fires(ScanRisk.High),
        DetectionCase.Of("nmap is started, where there must be a rented server", [Start()]).With(Rented(HostingUse.Require)).StaysSilent(),
        .. new VpsInboundScanOptions().Scanners.Items.Select(name => DetectionCase.Of($"{name} is started", [Start(image: "/usr/local/bin/" + name)]).Fires(ScanRisk.High)),
        DetectionCase.Of("6 ports, by a rented server", Ports(6)).With(Rented(HostingUse.Annotate)).Fires(ScanRisk.Low),
        DetectionCase.Of("6 ports, by a rented server, which raises the tier", Ports(6)).With(Rented(HostingUse.Raise)).Fires(ScanRisk.Medium),
        DetectionCase.Of("6 ports, by another, where a rented one raises the tier", Ports(6, scanner: "203.0.113.200")).With(Rented(HostingUse.Raise)).Fires(ScanRisk.Low),
        DetectionCase.Of("6 ports, by a rented server, where there must be one", Ports(6)).With(Rented(HostingUse.Require)).Fires(ScanRisk.Low),
        DetectionCase.Of("6 ports, by another, where there must be a rented one", Ports(6, scanner: "203.0.113.200")).With(Rented(HostingUse.Require)).StaysSilent(),
    ];

    private static ProcessStart Start(double at = 0, string host = "PC-1", string user = "ann", string? image = "/usr/bin/nmap") =>
        new(s_midnight.AddSeconds(at), host, user, "1", image, "nmap -sS 198.51.100.1", "/usr/bin/bash");

    private static VpsInboundScanOptions Rented(HostingUse use) => new() { Hosting = use, HostingNetworks = s_rented };

    private static IEnumerable<NetworkFlow> Ports(int count, double from = 0, double step = 1, int first = 0, string scanner = "203.0.113.9") =>
        Enumerable.Range(0, count).Select(i => Probe(from + (i * step), scanner, "198.51.100.1", 20 + first + i));

    private static IEnumerable<NetworkFlow> Hosts(int count, double from = 0, double step = 1, int first = 0) =>
        Enumerable.Range(0, count).Select(i => Probe(from + (i * step), "203.0.113.9", "198.51.100." + (first + i), 22));

    private static NetworkFlow Changing(NetworkFlow flow, int i) => flow with
    {
        SourceAddress = IPAddress.Parse(i % 2 == 0 ? "203.0.113.9" : "203.0.113.10"),
        Image = i % 2 == 0 ? null : "x.exe",
        DestinationName = i % 2 == 0 ? null : "a.example",
        Protocol = i % 2 == 0 ? "tcp" : "udp",
        BytesSent = i % 2,
        BytesReceived = i % 2,
        IsAnswered = i % 2 == 0,
    };

    private static NetworkFlow Probe(double seconds, string scanner, string target, int port) =>
        new(s_midnight.AddSeconds(seconds), scanner, IPAddress.Parse(scanner), null, null, IPAddress.Parse(target), port, "tcp", 0, 0, null, false);
}
