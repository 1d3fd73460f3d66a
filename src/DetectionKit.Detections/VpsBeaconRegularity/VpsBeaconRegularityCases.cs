using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>What <see cref="VpsBeaconRegularity"/> makes of which flows: each bound from both sides, each part of the key, the window and the quiet time.</summary>
internal static class VpsBeaconRegularityCases
{
    private const int Hour = 3600;
    private static readonly string[] s_excluded = ["10.1.2.3", "172.16.1.2", "192.168.1.2", "127.0.0.1", "169.254.1.2", "::1", "fe80::1", "fd00::1", "224.0.0.251", "ff02::2"];
    private static readonly HostingNetworks s_rented = HostingNetworks.Of(("203.0.113.0/25", "A provider"));
    private static readonly DateTimeOffset s_midnight = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("every 5 minutes, all day", Calls(288, 300)).Fires(RegularityRisk.High),
        DetectionCase.Of("every 5 minutes, for half a day", Calls(145, 300)).StaysSilent(),
        DetectionCase.Of("every 5 minutes, all of two days", Calls(576, 300)).Fires(RegularityRisk.High, RegularityRisk.High),
        DetectionCase.Of("in bursts of 3 within 9 seconds, every 5 minutes", Calls(288, 300).Concat(Calls(288, 300, from: 3)).Concat(Calls(288, 300, from: 6))).StaysSilent(),
        DetectionCase.Of("after 10 minutes and after 100, in turn", InTurn(26, 600, 6000)).StaysSilent(),
        DetectionCase.Of("every 5 minutes, to each kind of address that is left out", s_excluded.SelectMany(address => Calls(288, 300, address: address))).StaysSilent(),
        DetectionCase.Of("every 5 minutes, two hosts", Calls(288, 300).Concat(Calls(288, 300).Select(c => c with { Host = "WS-2" }))).Fires(RegularityRisk.High, RegularityRisk.High),
        DetectionCase.Of("every 5 minutes, two processes", Calls(288, 300).Concat(Calls(288, 300).Select(c => c with { Image = @"C:\x\curl.exe" }))).Fires(RegularityRisk.High, RegularityRisk.High),
        DetectionCase.Of("every 5 minutes, two names of one address", Calls(288, 300, name: "a.example").Concat(Calls(288, 300, name: "b.example"))).Fires(RegularityRisk.High, RegularityRisk.High),
        DetectionCase.Of("24 times a day, in turn with other addresses, ports, sizes and outcomes", Calls(24, 3600).Select(Changing)).Fires(RegularityRisk.High),
        DetectionCase.Of("20 times a day", Calls(20, 4320)).With(AnyScore).Fires(RegularityRisk.High),
        DetectionCase.Of("21 times a day", Calls(21, 4100)).With(AnyScore).Fires(RegularityRisk.High),
        DetectionCase.Of("19 times a day", Calls(19, 4320)).With(AnyScore).StaysSilent(),
        DetectionCase.Of("every 10 seconds", Calls(30, 10)).With(AnyScore).Fires(RegularityRisk.High),
        DetectionCase.Of("every 9 seconds", Calls(30, 9)).With(AnyScore).StaysSilent(),
        DetectionCase.Of("all day from 3:00 on, which no window holds whole", Calls(288, 300, from: 3 * Hour)).With(new VpsBeaconRegularityOptions { MinDuration = 0.95 }).StaysSilent(),
        DetectionCase.Of("all day from 6:00 on, which a window holds", Calls(288, 300, from: 6 * Hour)).With(new VpsBeaconRegularityOptions { MinDuration = 0.95 }).Fires(RegularityRisk.High),
        DetectionCase.Of("for half a day, where that is enough", Calls(145, 300)).With(new VpsBeaconRegularityOptions { MinDuration = 0.5 }).Fires(RegularityRisk.Low),
        DetectionCase.Of("for 14.6 hours, where half a day is enough", Calls(176, 300)).With(new VpsBeaconRegularityOptions { MinDuration = 0.5 }).Fires(RegularityRisk.Medium),
        DetectionCase.Of("a score of 0.833, where that is the least", Calls(145, 300)).With(new VpsBeaconRegularityOptions { MinDuration = 0.5, MinScore = 0.833 }).Fires(RegularityRisk.Low),
        DetectionCase.Of("a score of 0.833, where that is medium", Calls(145, 300)).With(new VpsBeaconRegularityOptions { MinDuration = 0.5, MediumScore = 0.833 }).Fires(RegularityRisk.Medium),
        DetectionCase.Of("a score of 0.833, where that is high", Calls(145, 300)).With(new VpsBeaconRegularityOptions { MinDuration = 0.5, MediumScore = 0.833, HighScore = 0.833 }).Fires(RegularityRisk.High),
        DetectionCase.Of("a medium rhythm to a rented server", Calls(176, 300)).With(Rented(HostingUse.Annotate)).Fires(RegularityRisk.Medium),
        DetectionCase.Of("a medium rhythm to a rented server, which raises the tier", Calls(176, 300)).With(Rented(HostingUse.Raise)).Fires(RegularityRisk.High),
        DetectionCase.Of("a medium rhythm to another server, where a rented one raises the tier", Calls(176, 300, address: "203.0.113.200")).With(Rented(HostingUse.Raise)).Fires(RegularityRisk.Medium),
        DetectionCase.Of("a medium rhythm to a rented server, where there must be one", Calls(176, 300)).With(Rented(HostingUse.Require)).Fires(RegularityRisk.Medium),
        DetectionCase.Of("a medium rhythm to another server, where there must be a rented one", Calls(176, 300, address: "203.0.113.200")).With(Rented(HostingUse.Require)).StaysSilent(),
        DetectionCase.Of("a name that has moved to a rented server", Calls(88, 300, name: "a.example", address: "203.0.113.200").Concat(Calls(88, 300, from: 88 * 300, name: "a.example"))).With(Rented(HostingUse.Require)).Fires(RegularityRisk.Medium),
        DetectionCase.Of("a medium rhythm and even sizes", Calls(176, 300).Select(c => c with { BytesSent = 500 })).With(new VpsBeaconRegularityOptions { MinDuration = 0.5 }).Fires(RegularityRisk.High),
        DetectionCase.Of("a medium rhythm and uneven sizes", Calls(176, 300).Select((c, i) => c with { BytesSent = i % 3 == 0 ? 5000 : 10 * (i % 7) })).With(new VpsBeaconRegularityOptions { MinDuration = 0.5 }).StaysSilent(),
        DetectionCase.Of("a medium rhythm and sizes that are mostly zero, which say nothing", Calls(176, 300).Select((c, i) => c with { BytesSent = i % 10 == 0 ? 5000 : 0 })).With(new VpsBeaconRegularityOptions { MinDuration = 0.5 }).Fires(RegularityRisk.Medium),
    ];

    private static VpsBeaconRegularityOptions Rented(HostingUse use) => new() { MinDuration = 0.5, Hosting = use, HostingNetworks = s_rented };

    // All but the number of connections and the least interval.
    private static VpsBeaconRegularityOptions AnyScore => new() { MinScore = 0, MediumScore = 0, HighScore = 0, MinDuration = 0 };

    private static NetworkFlow Changing(NetworkFlow flow, int i) => flow with
    {
        SourceAddress = i % 2 == 0 ? null : IPAddress.Loopback,
        RemotePort = 443 + (i % 2),
        Protocol = i % 2 == 0 ? "tcp" : "udp",
        BytesSent = 100 + (i % 2),
        BytesReceived = i % 2,
        IsAnswered = i % 2 == 0,
    };

    private static IEnumerable<NetworkFlow> InTurn(int count, double first, double second) => Calls(count, first + second).Concat(Calls(count, first + second, from: first));

    private static IEnumerable<NetworkFlow> Calls(int count, double seconds, double from = 0, string? name = null, string address = "203.0.113.9") => Enumerable.Range(0, count).Select(i => new NetworkFlow(
        s_midnight.AddSeconds(from + (i * seconds)), "WS-1", null, null, name, IPAddress.Parse(address), 443, "tcp", null, null, null, null));
}
