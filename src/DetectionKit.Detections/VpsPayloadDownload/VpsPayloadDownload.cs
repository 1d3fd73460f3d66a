using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>A file fetched from a rented server by a program of the system's own: a downloader starts with a command line that downloads, calls a public address, and writes a file.</summary>
[Detection(
    "vps-payload-download",
    Version = 1,
    Title = "A program of the system downloads from a public address",
    Description = "The start of a known downloader with a command line that downloads, followed within minutes by a connection of that process to a public address and, where it is seen, by a file that it writes.",
    Severity = Severity.Medium,
    Confidence = Confidence.Medium)]
[AttackTechnique("T1583.003", Name = "Acquire Infrastructure: Virtual Private Server", Tactic = "TA0042")]
[AttackTechnique("T1105", Name = "Ingress Tool Transfer", Tactic = "TA0011")]
[AttackTechnique("T1218", Name = "System Binary Proxy Execution", Tactic = "TA0005")]
[Reference("https://attack.mitre.org/techniques/T1583/003/")]
[Reference("https://attack.mitre.org/techniques/T1105/")]
[FalsePositive("Administrators and deployment scripts that fetch installers with curl, PowerShell or msiexec: exclude the networks of the repositories.")]
[FalsePositive("Agents and updaters that start PowerShell with an address in the command line.")]
[BlindSpot("BITS: the connection and the file are svchost.exe's, not bitsadmin's.")]
[BlindSpot("A command line that hides what it does (-EncodedCommand), and a download by a program that is no known downloader.")]
[BlindSpot("A connection without its process, as Sysmon writes where the process had ended; and one through a proxy inside.")]
[BlindSpot("A file that was written before the connection was logged is not told of: the alert is then of the tier LOW.")]
public sealed class VpsPayloadDownload : Detection<PayloadDownload, VpsPayloadDownloadOptions>
{
    /// <inheritdoc/>
    public override IReadOnlyList<DetectionCase> Cases => VpsPayloadDownloadCases.All;

    /// <inheritdoc/>
    public override DetectionQuery<PayloadDownload> Define(EventSources events, VpsPayloadDownloadOptions o) =>
        events.Of<ProcessStart>()
            .Where(s => s.Process != null && o.Downloaders.Matches(s.Image, true))
            .Where(s => o.DownloadSigns.FoundIn(s.CommandLine))
            .FollowedBy(
                events.Of<NetworkConnection>().Where(c => !o.ExcludedNetworks.Contains(c.RemoteAddress)),
                s => new { s.Host, s.Process },
                c => new { c.Host, c.Process },
                () => o.Within,
                (s, c) => new { Start = s, Call = c })
            .Where(x => o.Hosting != HostingUse.Require || o.HostingNetworks.Contains(x.Call.RemoteAddress))
            .OptionallyFollowedBy(
                events.Of<FileCreated>(),
                x => new { x.Start.Host, x.Start.Process },
                f => new { f.Host, f.Process },
                () => o.FileWithin,
                (x, f) => new { x.Start, x.Call, File = f == null ? null : f.Path })
            .Tier(DownloadRisk.High, x => o.ExecutableEndings.Matches(x.File))
            .Tier(DownloadRisk.Medium, x => x.File != null)
            .Otherwise(DownloadRisk.Low)
            .RaiseWhen(x => o.Hosting == HostingUse.Raise && o.HostingNetworks.Contains(x.Call.RemoteAddress))
            .Select((x, risk) => new PayloadDownload(
                x.Start.Host, x.Start.User, x.Start.Image, x.Start.CommandLine, x.Start.ParentImage, x.Call.RemoteAddress, x.Call.RemotePort, x.File, risk, o.HostingNetworks.Describe(x.Call.RemoteAddress)));
}
