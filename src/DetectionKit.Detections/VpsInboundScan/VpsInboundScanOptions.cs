using System.ComponentModel.DataAnnotations;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>The options of <see cref="VpsInboundScan"/>.</summary>
public sealed class VpsInboundScanOptions : IValidatableObject
{
    /// <summary>Addresses that may scan. Default: RFC 1918, loopback and link-local, which no rented server has.</summary>
    public NetworkSet ExcludedSources { get; set; } = NetworkSet.Of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1", "fe80::/10", "fc00::/7");

    /// <summary>Port scanners that are told of when they are started, by their whole file name. Empty it where those who scan are known.</summary>
    public ImageNames Scanners { get; set; } = ImageNames.Of("nmap", "nmap.exe", "masscan", "zmap", "rustscan", "naabu", "unicornscan", "zgrab2");

    /// <summary>The window, sliding. Default ten minutes.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>From how many ports of one host on it is a scan. Default 6: what validation test 3 probes.</summary>
    [Range(2, 65_536)]
    public int MinPorts { get; set; } = 6;

    /// <summary>From how many hosts on, at one port, it is a scan. Default 10.</summary>
    [Range(2, int.MaxValue)]
    public int MinHosts { get; set; } = 10;

    /// <summary>Whether connections count that were answered, or of which that is not known. Default false: six that are answered are a busy client.</summary>
    public bool CountAnswered { get; set; }

    /// <summary>For how long a scan is not told of again. Default an hour.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromHours(1);

    /// <summary>What is made of it that the scanner belongs to a provider that rents servers out: it is said in the alert, the alert is a tier higher, or there is none without it. Default Annotate.</summary>
    public HostingUse Hosting { get; set; }

    /// <summary>The networks of such providers: <c>embedded</c>, <c>none</c>, or the path of a MaxMind database or of a list. Default: the list that the package embeds.</summary>
    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window <= TimeSpan.Zero) yield return new($"{nameof(Window)} is {Window}; it must be above zero, such as 10m.", [nameof(Window)]);
        if (Quiet <= TimeSpan.Zero) yield return new($"{nameof(Quiet)} is {Quiet}; it must be above zero, such as 1h.", [nameof(Quiet)]);
    }
}
