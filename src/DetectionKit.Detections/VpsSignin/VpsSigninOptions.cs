using System.ComponentModel.DataAnnotations;
using DetectionKit.Networks;

namespace DetectionKit.Detections;

/// <summary>The options of <see cref="VpsSignin"/>.</summary>
public sealed class VpsSigninOptions : IValidatableObject
{
    /// <summary>
    /// The autonomous systems of providers that rent servers out, as the sign-in names them: DigitalOcean (14061), OVH (16276), Vultr (20473), Hetzner (24940, 213230), Linode (63949), Contabo (51167), Scaleway (12876),
    /// Leaseweb (60781, 28753), M247 (9009), Alibaba (45102), Tencent (132203), Amazon (16509, 14618), Google (396982), Oracle (31898), HostHatch (63473), FranTech (53667), Datacamp (60068, 212238).
    /// </summary>
    public AutonomousSystems HostingSystems { get; set; } = AutonomousSystems.Of(
        "14061", "16276", "20473", "24940", "213230", "63949", "51167", "12876", "60781", "28753", "9009", "45102", "132203", "16509", "14618", "396982", "31898", "63473", "53667", "60068", "212238");

    /// <summary>Addresses that are not looked at, such as one's own servers. None by default.</summary>
    public NetworkSet ExcludedNetworks { get; set; } = NetworkSet.Empty;

    /// <summary>For how long it is remembered that an account signs in from hosting address space. Default 30 days.</summary>
    public TimeSpan Memory { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long an account's last good sign-in is remembered. Default a day.</summary>
    public TimeSpan TravelMemory { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The least distance that is a travel, in kilometres: places of addresses are guesses. Default 500.</summary>
    [Range(0.0, 20_038.0)]
    public double MinKilometres { get; set; } = 500;

    /// <summary>The speed beyond which a travel is impossible, in kilometres an hour. Default 1,000: faster than an airliner.</summary>
    [Range(1.0, 1_000_000.0)]
    public double MaxSpeed { get; set; } = 1000;

    /// <summary>The window of a spray, sliding. Default an hour.</summary>
    public TimeSpan SprayWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>From how many accounts of one address on it is a spray. Default 10.</summary>
    [Range(2, int.MaxValue)]
    public int MinUsers { get; set; } = 10;

    /// <summary>For how long a spray from one address is not told of again. Default a day.</summary>
    public TimeSpan Quiet { get; set; } = TimeSpan.FromDays(1);

    /// <summary>What is made of it that the address belongs to a provider that rents servers out: it is said in the alert, the alert is a tier higher, or there is none without it. Default Require.</summary>
    public HostingUse Hosting { get; set; } = HostingUse.Require;

    /// <summary>The networks of such providers: <c>embedded</c>, <c>none</c>, or the path of a MaxMind database or of a list. Default: the list that the package embeds.</summary>
    public HostingNetworks HostingNetworks { get; set; } = HostingNetworks.Embedded;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, span) in new[] { (nameof(Memory), Memory), (nameof(TravelMemory), TravelMemory), (nameof(SprayWindow), SprayWindow), (nameof(Quiet), Quiet) })
        {
            if (span <= TimeSpan.Zero) yield return new($"{name} is {span}; it must be above zero, such as 1h.", [name]);
        }
    }
}
