using System.ComponentModel.DataAnnotations;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>The options of <see cref="VpsPayloadDownload"/>.</summary>
public sealed class VpsPayloadDownloadOptions : IValidatableObject
{
    /// <summary>Programs that come with the system, or near to it, and fetch files; by their whole file name.</summary>
    public ImageNames Downloaders { get; set; } = ImageNames.Of(
        "certutil.exe", "bitsadmin.exe", "mshta.exe", "powershell.exe", "pwsh.exe", "curl.exe", "wget.exe", "msiexec.exe", "wmic.exe", "regsvr32.exe", "rundll32.exe", "curl", "wget");

    /// <summary>What in a command line says that it downloads.</summary>
    public TextFragments DownloadSigns { get; set; } = TextFragments.Of(
        "http://", "https://", "ftp://", "urlcache", "verifyctl", "/transfer", "/addfile", "Invoke-WebRequest", "iwr ", "Invoke-RestMethod", "DownloadFile", "DownloadString", "DownloadData", "Start-BitsTransfer");

    /// <summary>Destinations that are not looked at. Default: RFC 1918, loopback and link-local.</summary>
    public NetworkSet ExcludedNetworks { get; set; } = NetworkSet.Of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1", "fe80::/10", "fc00::/7");

    /// <summary>How long after its start the downloader may call out. Default five minutes.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its call the file may be written; so long an alert without one waits. Default five minutes.</summary>
    public TimeSpan FileWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The ends of paths of files that can be run.</summary>
    public ImageNames ExecutableEndings { get; set; } = ImageNames.Of(".exe", ".dll", ".scr", ".msi", ".ps1", ".bat", ".cmd", ".vbs", ".js", ".hta", ".jar", ".sh", ".elf");

    /// <summary>What is made of it that the address called belongs to a provider that rents servers out: it is said in the alert, the alert is a tier higher, or there is none without it. Default Annotate.</summary>
    public HostingUse Hosting { get; set; }

    /// <summary>The networks of such providers: <c>embedded</c>, <c>none</c>, or the path of a MaxMind database or of a list. Default: the list that the package embeds.</summary>
    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Within <= TimeSpan.Zero) yield return new($"{nameof(Within)} is {Within}; it must be above zero, such as 5m.", [nameof(Within)]);
        if (FileWithin <= TimeSpan.Zero) yield return new($"{nameof(FileWithin)} is {FileWithin}; it must be above zero, such as 5m.", [nameof(FileWithin)]);
    }
}
