using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>What <see cref="VpsBeaconing"/> makes of which connections: each bound from both sides, each part of the key, each exclusion, and the edge of the window.</summary>
internal static class VpsBeaconingCases
{
    private const string Image = @"\Device\HarddiskVolume3\Windows\System32\WindowsPowerShell\v1.0\powershell.exe";
    private static readonly HostingNetworks s_rented = HostingNetworks.Of(("203.0.113.0/25", "A provider"));
    private static readonly DateTimeOffset s_midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("12 connections in an hour", Calls(12)).Fires(BeaconRisk.Low),
        DetectionCase.Of("13 connections in an hour, of processes that come and go", Calls(13).Select((c, i) => c with { Process = i % 2 == 0 ? "1" : "2" })).Fires(BeaconRisk.Low),
        DetectionCase.Of("11 connections in an hour", Calls(11)).StaysSilent(),
        DetectionCase.Of("19 connections to 5 ports", Calls(19, ports: 5)).Fires(BeaconRisk.Low),
        DetectionCase.Of("20 connections to 5 ports", Calls(20, ports: 5)).Fires(BeaconRisk.Medium),
        DetectionCase.Of("21 connections to 5 ports", Calls(21, ports: 5)).Fires(BeaconRisk.Medium),
        DetectionCase.Of("29 connections to 2 ports", Calls(29, ports: 2)).Fires(BeaconRisk.Medium),
        DetectionCase.Of("30 connections to 2 ports", Calls(30, ports: 2)).Fires(BeaconRisk.High),
        DetectionCase.Of("30 connections to 3 ports", Calls(30, ports: 3)).Fires(BeaconRisk.Medium),
        DetectionCase.Of("31 connections to one port", Calls(31)).Fires(BeaconRisk.High),
        DetectionCase.Of("49 connections to one port", Calls(49)).Fires(BeaconRisk.High),
        DetectionCase.Of("50 connections to one port", Calls(50)).Fires(BeaconRisk.Critical),
        DetectionCase.Of("51 connections to one port", Calls(51)).Fires(BeaconRisk.Critical),
        DetectionCase.Of("50 connections to 2 ports", Calls(50, ports: 2)).Fires(BeaconRisk.High),
        DetectionCase.Of("50 connections to one port, where 2 are few", Calls(50)).With(new VpsBeaconingOptions { CriticalPorts = 2, HighPorts = 3 }).Fires(BeaconRisk.Critical),
        DetectionCase.Of("6 connections each of two hosts", Calls(6).Concat(Calls(6).Select(c => c with { Host = "WS-2" }))).StaysSilent(),
        DetectionCase.Of("6 connections each of two users", Calls(6).Concat(Calls(6).Select(c => c with { User = @"CORP\bob" }))).StaysSilent(),
        DetectionCase.Of("6 connections each of two images", Calls(6).Concat(Calls(6).Select(c => c with { Image = @"C:\x\curl.exe" }))).StaysSilent(),
        DetectionCase.Of("6 connections each of two command lines", Calls(6).Concat(Calls(6).Select(c => c with { CommandLine = "powershell.exe -File b.ps1" }))).StaysSilent(),
        DetectionCase.Of("6 connections each to two addresses", Calls(6).Concat(Calls(6, address: "203.0.113.10"))).StaysSilent(),
        DetectionCase.Of("11 connections in each of two hours", Calls(11).Concat(Calls(11, fromMinute: 60))).StaysSilent(),
        DetectionCase.Of("6 connections on each side of the hour", Calls(6, fromMinute: 45, minutes: 14).Concat(Calls(6, fromMinute: 60, minutes: 14))).StaysSilent(),
        DetectionCase.Of("12 connections to each kind of address that is left out", new[] { "10.1.2.3", "172.16.1.2", "192.168.1.2", "127.0.0.1", "169.254.1.2", "::1" }.SelectMany(address => Calls(12, address: address))).StaysSilent(),
        DetectionCase.Of("12 connections of evilteams.exe", Calls(12).Select(c => c with { Image = @"C:\x\evilteams.exe" })).StaysSilent(),
        DetectionCase.Of("12 connections of evilteams.exe, where whole names count", Calls(12).Select(c => c with { Image = @"C:\x\evilteams.exe" })).With(new VpsBeaconingOptions { CompareWholeFileName = true }).Fires(BeaconRisk.Low),
        DetectionCase.Of("12 connections of each image that is left out", new VpsBeaconingOptions().ExcludedImages.Items.SelectMany(image => Calls(12).Select(c => c with { Image = @"C:\x\" + image }))).StaysSilent(),
        DetectionCase.Of("20 connections to a rented server", Calls(20)).With(new VpsBeaconingOptions { HostingNetworks = s_rented }).Fires(BeaconRisk.Medium),
        DetectionCase.Of("20 connections to a rented server, which raises the tier", Calls(20)).With(new VpsBeaconingOptions { Hosting = HostingUse.Raise, HostingNetworks = s_rented }).Fires(BeaconRisk.High),
        DetectionCase.Of("20 connections to another server, where a rented one raises the tier", Calls(20, address: "203.0.113.200")).With(new VpsBeaconingOptions { Hosting = HostingUse.Raise, HostingNetworks = s_rented }).Fires(BeaconRisk.Medium),
        DetectionCase.Of("12 connections to a rented server, where there must be one", Calls(12)).With(new VpsBeaconingOptions { Hosting = HostingUse.Require, HostingNetworks = s_rented }).Fires(BeaconRisk.Low),
        DetectionCase.Of("12 connections to another server, where there must be a rented one", Calls(12, address: "203.0.113.200")).With(new VpsBeaconingOptions { Hosting = HostingUse.Require, HostingNetworks = s_rented }).StaysSilent(),
    ];

    private static IEnumerable<NetworkConnection> Calls(int count, int ports = 1, string address = "203.0.113.9", double fromMinute = 0, double minutes = 59) => Enumerable.Range(0, count).Select(i => new NetworkConnection(
        s_midnight.AddMinutes(fromMinute + (i * minutes / count)), "WS-1", @"CORP\ann", Image, "powershell.exe -WindowStyle Hidden", IPAddress.Parse(address), 443 + (i % ports)));
}
