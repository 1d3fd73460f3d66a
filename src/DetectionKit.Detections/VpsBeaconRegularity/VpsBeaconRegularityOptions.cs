using System.ComponentModel.DataAnnotations;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>The options of <see cref="VpsBeaconRegularity"/>.</summary>
public sealed class VpsBeaconRegularityOptions : IValidatableObject
{
    /// <summary>Destinations that are not looked at, by address. Default: those of <see cref="VpsBeaconing"/> (RFC 1918, loopback, link-local), IPv6's link-local and unique local addresses, and multicast, which routers and hosts send at even intervals.</summary>
    public NetworkSet ExcludedNetworks { get; set; } =
        NetworkSet.Of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1", "fe80::/10", "fc00::/7", "224.0.0.0/4", "ff00::/8");

    /// <summary>The window. Default a day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How far one window begins after the one before, at most the window. Default six hours.</summary>
    public TimeSpan Hop { get; set; } = TimeSpan.FromHours(6);

    /// <summary>For how long a pair is not told of again. Default a day.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The fewest connections that have a rhythm. Default 20.</summary>
    [Range(Rhythm.LeastTimes, int.MaxValue)]
    public int MinConnections { get; set; } = 20;

    /// <summary>The least median interval, in seconds: what comes in bursts is no beacon. Default 10.</summary>
    [Range(0, double.MaxValue)]
    public double MinInterval { get; set; } = 10;

    /// <summary>The least part of the window that the connections reach over, 0 to 1. Default 0.7: with a day and six hours, what calls all day is judged by 18 hours at least.</summary>
    [Range(0, 1.0)]
    public double MinDuration { get; set; } = 0.7;

    /// <summary>The least score, 0 to 1. Default 0.8.</summary>
    [Range(0, 1.0)]
    public double MinScore { get; set; } = 0.8;

    /// <summary>From which score on the tier is medium. Default 0.85.</summary>
    [Range(0, 1.0)]
    public double MediumScore { get; set; } = 0.85;

    /// <summary>From which score on the tier is high. Default 0.9.</summary>
    [Range(0, 1.0)]
    public double HighScore { get; set; } = 0.9;

    /// <summary>What is made of it that the address (of a name, the last that it had in the window) belongs to a provider that rents servers out: it is said in the alert, the alert is a tier higher, or there is none without it. Default Annotate.</summary>
    public HostingUse Hosting { get; set; }

    /// <summary>The networks of such providers: <c>embedded</c>, <c>none</c>, or the path of a MaxMind database or of a list. Default: the list that the package embeds.</summary>
    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window <= TimeSpan.Zero) yield return new($"{nameof(Window)} is {Window}; it must be above zero, such as 1d.", [nameof(Window)]);
        if (Hop <= TimeSpan.Zero || Hop > Window) yield return new($"{nameof(Hop)} is {Hop}; it must be above zero and at most {nameof(Window)} ({Window}).", [nameof(Hop)]);
        if (Quiet <= TimeSpan.Zero) yield return new($"{nameof(Quiet)} is {Quiet}; it must be above zero, such as 1d.", [nameof(Quiet)]);
        if (HighScore < MediumScore) yield return new($"{nameof(HighScore)} is {HighScore}, below {nameof(MediumScore)} ({MediumScore}): tiers fall, so it must be at least that.", [nameof(HighScore), nameof(MediumScore)]);
        if (MediumScore < MinScore) yield return new($"{nameof(MediumScore)} is {MediumScore}, below {nameof(MinScore)} ({MinScore}): no alert could be low.", [nameof(MediumScore), nameof(MinScore)]);
    }
}
