using System.Net;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>The DNS server of a domain controller asks the root servers, over IPv4 and IPv6, when it has lost its forwarders.</summary>
public sealed class DnsServer : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Windows\System32\dns.exe";
    private static readonly TimeSpan MeanPause = TimeSpan.FromHours(2);

    // The published root hints (root-servers.org): c, d, f, i, k, and the IPv6 addresses of c, d, f, k.
    private static readonly IPAddress[] Roots =
    [
        IPAddress.Parse("192.33.4.12"), IPAddress.Parse("199.7.91.13"), IPAddress.Parse("192.5.5.241"), IPAddress.Parse("192.36.148.17"),
        IPAddress.Parse("193.0.14.129"), IPAddress.Parse("2001:500:2::c"), IPAddress.Parse("2001:500:2d::d"), IPAddress.Parse("2001:500:2f::f"), IPAddress.Parse("2001:7fd::1"),
    ];

    /// <inheritdoc/>
    public override string Name => "dns-server";

    /// <inheritdoc/>
    public override string Rhythm => "about every 2 hours, at random: 17 to 20 queries to each of nine root servers within 15 minutes";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(70, 190, 0.6, TimeSpan.FromMilliseconds(30));

    /// <inheritdoc/>
    public override string Source =>
        "a recording (OTRF Security-Datasets, ntds-vss): eight addresses asked 20 times and one 17 times; how often that happens is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DomainController } ? 1 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var process = context.Running(context.Host.SystemAccount, Image, @"C:\Windows\system32\dns.exe");
        yield return context.Report(process);
        for (var time = context.Start + random.Exponential(MeanPause); time < context.End; time += random.Exponential(MeanPause))
        {
            for (var round = random.Between(17, 20); round > 0; round--)
            {
                foreach (var root in Roots)
                {
                    if (time >= context.End) yield break;
                    yield return context.Connect(time, process, root, 53, protocol: 17);
                    time += random.Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(8));
                }
            }
        }
    }
}
