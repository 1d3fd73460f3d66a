using System.ComponentModel.DataAnnotations;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>The options of <see cref="VpsIncident"/>. The detections that it reads run under their defaults.</summary>
public sealed class VpsIncidentOptions : IValidatableObject
{
    /// <summary>How far alerts may lie apart. Default a day.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How far one window begins after the one before: so long an incident may wait to be told of. Default an hour.</summary>
    public TimeSpan Hop { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many detections must speak of a host, account or address. Default 2.</summary>
    [Range(1, 5)]
    public int MinDetections { get; set; } = 2;

    /// <summary>From how many detections on the tier is high. Default 3.</summary>
    [Range(1, 6)]
    public int HighDetections { get; set; } = 3;

    /// <summary>From which sum of risks on the tier is high. Default 6.</summary>
    [Range(1, int.MaxValue)]
    public int HighScore { get; set; } = 6;

    /// <summary>For how long an incident is not told of again with the same tier. Default a day.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromDays(1);

    /// <summary>What is made of it that the address of an incident belongs to a provider that rents servers out: it is said in the alert, the alert is a tier higher, or there is none without it. Default Annotate.</summary>
    public HostingUse Hosting { get; set; }

    /// <summary>The networks of such providers: <c>embedded</c>, <c>none</c>, or the path of a MaxMind database or of a list. Default: the list that the package embeds.</summary>
    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window <= TimeSpan.Zero) yield return new($"{nameof(Window)} is {Window}; it must be above zero, such as 1d.", [nameof(Window)]);
        if (Hop <= TimeSpan.Zero || Hop > Window) yield return new($"{nameof(Hop)} is {Hop}; it must be above zero and at most {nameof(Window)} ({Window}).", [nameof(Hop)]);
        if (Quiet <= TimeSpan.Zero) yield return new($"{nameof(Quiet)} is {Quiet}; it must be above zero, such as 1d.", [nameof(Quiet)]);
        if (HighDetections < MinDetections) yield return new($"{nameof(HighDetections)} is {HighDetections}, below {nameof(MinDetections)} ({MinDetections}).", [nameof(HighDetections)]);
    }
}
