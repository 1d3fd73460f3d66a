using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>What <see cref="VpsIncident"/> makes of which events.</summary>
internal static class VpsIncidentCases
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        DetectionCase.Of("a beacon alone", Beacon()).StaysSilent(),
        DetectionCase.Of("a beacon, hour after hour", Beacon().Concat(Beacon(at: 1)).Concat(Beacon(at: 2))).StaysSilent(),
        DetectionCase.Of("a download alone", [Start()]).And([Call()]).StaysSilent(),
        DetectionCase.Of("a beacon and a download of one host, account and address", Beacon().Append(Call())).And([Start()]).Fires(Medium(3)),
        DetectionCase.Of("a beacon and a download of one host", Beacon(user: "other", address: "203.0.113.10").Append(Call())).And([Start()]).Fires(Medium(1)),
        DetectionCase.Of("a beacon and a download of one account", Beacon(host: "PC-2", address: "203.0.113.10").Append(Call())).And([Start()]).Fires(Medium(1)),
        DetectionCase.Of("a beacon and a download at one address", Beacon(host: "PC-2", user: "other").Append(Call())).And([Start()]).Fires(Medium(1)),
        DetectionCase.Of("a host whose name is the other's account", Beacon(host: "x", user: "y", address: "203.0.113.10").Append(Call(host: "PC-1"))).And([Start(user: "x")]).StaysSilent(),
        DetectionCase.Of("a beacon and a download that have nothing in common", Beacon(host: "PC-2", user: "other", address: "203.0.113.10").Append(Call())).And([Start()]).StaysSilent(),
        DetectionCase.Of("no names at all", Beacon(host: null, user: null, address: "203.0.113.10").Append(Call(host: null))).And([Start(host: null, user: null)]).StaysSilent(),
        DetectionCase.Of("a download 14 hours before", Beacon(at: 14).Append(Call())).And([Start()]).Fires(Medium(3)),
        DetectionCase.Of("a download the evening before", Beacon(at: 20).Append(Call(at: 10))).And([Start(at: 10)]).Fires(Medium(3)),
        DetectionCase.Of("a download 25 hours before", Beacon(at: 25).Append(Call())).And([Start()]).StaysSilent(),
        DetectionCase.Of("again, and again after two days", Beacon().Append(Call()).Concat(Beacon(at: 0.5)).Concat(Beacon(at: 48)).Append(Call(at: 48))).And([Start(), Start(at: 48)]).Fires(Medium(6)),
        DetectionCase.Of("a pause, then again within the day", Beacon().Append(Call()).Concat(Beacon(at: 14)).Append(Call(at: 14))).And([Start(), Start(at: 14)]).With(new VpsIncidentOptions { Window = TimeSpan.FromHours(6) }).Fires(Medium(3)),
        DetectionCase.Of("on both sides of the edge of a window", Beacon().Append(Call(at: 0.75))).And([Start(at: 0.75)]).With(new VpsIncidentOptions { Window = TimeSpan.FromHours(1) }).StaysSilent(),
        DetectionCase.Of("a critical beacon and a download: risks of 4 and 1", Beacon(50).Append(Call())).And([Start()]).Fires(Medium(3)),
        DetectionCase.Of("a critical beacon and a download with a file: risks of 4 and 2", Beacon(50).Append(Call())).And([Start()]).And([Written("C:\\a.txt")]).Fires(High(3)),
        DetectionCase.Of("a critical beacon and a download of an executable file: risks of 4 and 3", Beacon(50).Append(Call())).And([Start()]).And([Written("C:\\a.exe")]).Fires(High(3)),
        DetectionCase.Of("two low beacons and two downloads: one risk of 1 each", Beacon().Concat(Beacon(at: 1)).Append(Call()).Append(Call(at: 1))).And([Start(), Start(at: 1)]).Fires(Medium(3)),
        DetectionCase.Of("a beacon, a download and a scan from one address", Beacon(host: "PC-2", user: "other").Append(Call())).And([Start()]).And(Scan()).Fires(IncidentRisk.Medium, IncidentRisk.High),
        DetectionCase.Of("a scan and a sign-in from one address", Scan()).And([SignInAttempt()]).Fires(Medium(1)),
        DetectionCase.Of("a beacon and a sign-in of one account", Beacon(address: "203.0.113.10")).And([SignInAttempt()]).Fires(Medium(1)),
        DetectionCase.Of("all but the rhythm, at one address", Beacon(host: "PC-2", user: "other").Append(Call())).And([Start(user: "third")]).And(Scan()).And([SignInAttempt()]).Fires(High(1)),
        DetectionCase.Of("a rhythm and a scan at one address", Rhythm()).And(Scan()).Fires(Medium(1)),
        DetectionCase.Of("a beacon, and a scanner started on its host", Beacon()).And([Start() with { Image = "/usr/bin/nmap", User = "other", CommandLine = "nmap 198.51.100.1" }]).Fires(Medium(1)),
        DetectionCase.Of("a scan and a sign-in from a rented server", Scan()).And([SignInAttempt()]).With(Rented(HostingUse.Annotate)).Fires(Medium(1)),
        DetectionCase.Of("a scan and a sign-in from a rented server, which raises the tier", Scan()).And([SignInAttempt()]).With(Rented(HostingUse.Raise)).Fires(High(1)),
        DetectionCase.Of("a beacon and a sign-in of one account, where a rented server raises the tier", Beacon(address: "203.0.113.10")).And([SignInAttempt()]).With(Rented(HostingUse.Raise)).Fires(Medium(1)),
        DetectionCase.Of("a beacon and a download of one host, account and rented server, where there must be one", Beacon().Append(Call())).And([Start()]).With(Rented(HostingUse.Require)).Fires(Medium(1)),
    ];

    private static VpsIncidentOptions Rented(HostingUse use) => new() { Hosting = use, HostingNetworks = HostingNetworks.Of(("203.0.113.0/25", "A provider")) };

    private static object[] Medium(int alerts) => [.. Enumerable.Repeat<object>(IncidentRisk.Medium, alerts)];

    private static object[] High(int alerts) => [.. Enumerable.Repeat<object>(IncidentRisk.High, alerts)];

    private static FileCreated Written(string path) => new(s_start.AddSeconds(4), "PC-1", null, "1", null, path);

    private static IEnumerable<NetworkFlow> Rhythm() => Enumerable.Range(0, 280).Select(i => Flow(-10 + (i * 300 / 3600.0), "PC-1", "203.0.113.9", 443, true));

    private static IEnumerable<NetworkFlow> Scan() => Enumerable.Range(0, 6).Select(i => Flow(i / 3600.0, "203.0.113.9", "198.51.100.1", 20 + i, false) with { SourceAddress = IPAddress.Parse("203.0.113.9") });

    private static NetworkFlow Flow(double at, string from, string to, int port, bool isAnswered) =>
        new(s_start.AddHours(at), from, null, null, null, IPAddress.Parse(to), port, "tcp", 0, 0, null, isAnswered);

    private static SignInAttempt SignInAttempt() => new(s_start, @"CORP\u", IPAddress.Parse("203.0.113.9"), false, 50126, null, null, null, null, null, 14061);

    private static IEnumerable<NetworkConnection> Beacon(int count = 12, string? host = "PC-1", string? user = @"CORP\u", string address = "203.0.113.9", double at = 0) =>
        Enumerable.Range(0, count).Select(i => new NetworkConnection(s_start.AddHours(at).AddMinutes(i), host, user, @"C:\Tools\agent.exe", "agent.exe", IPAddress.Parse(address), 443));

    private static ProcessStart Start(string? host = "PC-1", string? user = @"CORP\u", double at = 0) =>
        new(s_start.AddHours(at), host, user, "1", @"C:\Windows\System32\certutil.exe", "certutil.exe -urlcache -f x", null);

    private static NetworkConnection Call(string? host = "PC-1", string address = "203.0.113.9", double at = 0) =>
        new(s_start.AddHours(at).AddSeconds(2), host, null, null, null, IPAddress.Parse(address), 8080) { Process = "1" };
}
