using System.ComponentModel.DataAnnotations;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>The options of <see cref="VpsBeaconing"/>. The defaults are the reference query's.</summary>
public sealed class VpsBeaconingOptions : IValidatableObject
{
    private const int AllPorts = 65_536;

    /// <summary>
    /// Destinations that are not looked at. Default: RFC 1918, loopback and link-local. Add <c>special-purpose</c> for the other special-purpose ranges.
    /// </summary>
    public NetworkSet ExcludedNetworks { get; set; } = NetworkSet.Of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1");

    /// <summary>
    /// Images that are not looked at: browsers and noisy system processes, by the end of their path, ignoring case. Nothing need stand before the name, as in
    /// the reference: <c>ms-teams.exe</c> is excluded, and so is <c>evilteams.exe</c>.
    /// </summary>
    public ImageNames ExcludedImages { get; set; } = ImageNames.Of(
        "chrome.exe", "firefox.exe", "msedge.exe", "MicrosoftEdgeCP.exe", "iexplore.exe", "brave.exe", "opera.exe", "safari.exe", "waterfox.exe",
        "svchost.exe", "MsMpEng.exe", "wuauclt.exe", "TrustedInstaller.exe", "msiexec.exe", "ccmexec.exe", "teams.exe", "OneDrive.exe");

    /// <summary>Whether <see cref="ExcludedImages"/> compares the whole file name, so that <c>evilteams.exe</c> is looked at. Default false.</summary>
    public bool CompareWholeFileName { get; set; }

    /// <summary>The window, aligned to the UTC epoch. Default one hour.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The fewest connections in a window that make an alert. Default 12.</summary>
    [Range(1, int.MaxValue)]
    public int MinConnections { get; set; } = 12;

    /// <summary>From how many connections the tier is medium. Default 20.</summary>
    [Range(1, int.MaxValue)]
    public int MediumConnections { get; set; } = 20;

    /// <summary>From how many connections the tier is high, if the ports are few. Default 30.</summary>
    [Range(1, int.MaxValue)]
    public int HighConnections { get; set; } = 30;

    /// <summary>The most distinct remote ports of the tier high. Default 2.</summary>
    [Range(1, AllPorts)]
    public int HighPorts { get; set; } = 2;

    /// <summary>From how many connections the tier is critical, if the ports are fewest. Default 50.</summary>
    [Range(1, int.MaxValue)]
    public int CriticalConnections { get; set; } = 50;

    /// <summary>The most distinct remote ports of the tier critical. Default 1.</summary>
    [Range(1, AllPorts)]
    public int CriticalPorts { get; set; } = 1;

    /// <summary>What is made of it that the address belongs to a provider that rents servers out: it is said in the alert, the alert is a tier higher, or there is none without it. Default Annotate.</summary>
    public HostingUse Hosting { get; set; }

    /// <summary>The networks of such providers: <c>embedded</c>, <c>none</c>, or the path of a MaxMind database or of a list. Default: the list that the package embeds.</summary>
    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window <= TimeSpan.Zero) yield return new($"{nameof(Window)} is {Window}; it must be above zero, such as 1h.", [nameof(Window)]);

        if (CriticalConnections < HighConnections) yield return Falls(nameof(CriticalConnections), CriticalConnections, nameof(HighConnections), HighConnections);
        if (HighConnections < MediumConnections) yield return Falls(nameof(HighConnections), HighConnections, nameof(MediumConnections), MediumConnections);

        // A tier can never be reached when all that would fall in it falls in the one above it. The lowest tier is what is left, and may be nothing.
        if (CriticalConnections <= Math.Max(HighConnections, MinConnections) && CriticalPorts >= HighPorts)
        {
            yield return Hides("HIGH", nameof(CriticalConnections), CriticalConnections, nameof(CriticalPorts), CriticalPorts, nameof(HighPorts), HighPorts);
        }

        if (HighConnections <= Math.Max(MediumConnections, MinConnections) && HighPorts >= AllPorts)
        {
            yield return Hides("MEDIUM", nameof(HighConnections), HighConnections, nameof(HighPorts), HighPorts, "all ports", AllPorts);
        }
    }

    private static ValidationResult Hides(string tier, string connections, int count, string ports, int most, string otherPorts, int others) => new(
        $"{tier} can never be reached: every alert has at least {connections} ({count}) connections, and {ports} ({most}) is not below {otherPorts} ({others}). Raise {connections}, or lower {ports}.",
        [connections, ports]);

    private static ValidationResult Falls(string upper, int upperValue, string lower, int lowerValue) =>
        new($"{upper} is {upperValue}, below {lower} ({lowerValue}): tiers fall, so it must be at least that.", [upper, lower]);
}
