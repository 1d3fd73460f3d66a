using System.Net;
using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Randomness;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>What the internet asks of every public address: single ports from everywhere, and once a day a research scanner that asks many ports of one host within minutes.</summary>
public sealed class InternetNoise : Persona
{
    private const string Image = "/usr/sbin/nginx";
    private static readonly int[] Ports = [22, 23, 80, 443, 445, 3389, 5900, 8080, 8443];
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan ResearchPause = TimeSpan.FromHours(24);

    // The networks of a research scanner are its own, and published; here a documentation range stands for them.
    private static readonly IPAddress Researcher = IPAddress.Parse("192.0.2.77");

    /// <inheritdoc/>
    public override string Name => "internet-noise";

    /// <inheritdoc/>
    public override string Rhythm => "a probe of one port about every 3 minutes from an address that comes once, and about once a day 8 ports within minutes from one research scanner";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = Traffic.None;

    /// <inheritdoc/>
    public override string Source => "assumption (rates at one public address)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.LinuxServer } ? 0.5 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [GroundTruthKey.Any.With("scanner", Researcher.ToString())];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var process = context.Running(context.Host.ServiceAccount, Image, "nginx: master process /usr/sbin/nginx", "systemd");
        var research = context.Start + random.Exponential(ResearchPause);
        for (var time = context.Start + random.Exponential(MeanPause); time < context.End; time += random.Exponential(MeanPause))
        {
            for (var step = 0; research <= time && step < 8; step++)
                yield return context.Probed(time + TimeSpan.FromSeconds(step), process, Researcher, Ports[step], isAnswered: false);
            if (research <= time)
            {
                research = time + random.Exponential(ResearchPause);
                time += TimeSpan.FromSeconds(10);
                if (time >= context.End) yield break;
            }

            var port = random.Pick(Ports);
            yield return context.Probed(time, process, Anyone(random), port, isAnswered: port is 443);
        }
    }

    private static IPAddress Anyone(DeterministicRandom random) => random.Pick(ProviderNetworks.All).Draw(random);
}
