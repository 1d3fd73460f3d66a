using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>An Envoy proxy of an Istio mesh on a developer's workstation: its control plane stands at a hosting provider, as does what the proxied services call.</summary>
public sealed class ServiceMesh : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Envoy\envoy.exe";
    private static readonly TimeSpan ConnectionAge = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MeanPause = TimeSpan.FromSeconds(45);

    /// <inheritdoc/>
    public override string Name => "service-mesh";

    /// <inheritdoc/>
    public override string Rhythm =>
        "a control connection every 30 minutes, ± 10 %; in office hours about every 45 s, at random, 1 to 3 calls to one of two gateways, on ports 443 and 15443";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1200, 5200, 1.0, TimeSpan.FromSeconds(20));

    /// <inheritdoc/>
    public override string Source =>
        "Istio, istiod: keepaliveMaxServerConnectionAge 30m, discovery on port 15012; gRPC varies the age by 10 %; the calls are an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.1 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var destinations = context.Organisation.Destinations;
        var control = destinations.Named("istiod." + context.Organisation.Domain, ProviderNetworks.Linode, 1);
        Destination[] gateways =
        [
            destinations.Named("east-gateway." + context.Organisation.Domain, ProviderNetworks.Linode, 2),
            destinations.Named("west-gateway." + context.Organisation.Domain, ProviderNetworks.Hetzner, 2),
        ];
        var process = context.Running(
            context.Host.SystemAccount, Image, "\"C:\\Program Files\\Envoy\\envoy.exe\" -c C:\\ProgramData\\envoy\\envoy-rev0.json --drain-time-s 45 --service-cluster dev", "pilot-agent.exe");
        yield return context.Report(process);
        var connection = context.Start + random.Between(TimeSpan.Zero, ConnectionAge);
        var call = context.NextWorkingMoment(context.Start + context.Pause(MeanPause));
        while (connection < context.End || call < context.End)
        {
            if (connection <= call)
            {
                yield return context.Connect(connection, process, control, 15012);
                connection += random.Between(ConnectionAge * 0.9, ConnectionAge * 1.1);
                continue;
            }

            var gateway = random.Pick(gateways);
            for (var left = random.Between(1, 3); left > 0; left--) yield return context.Connect(call, process, gateway, random.Chance(0.7) ? 443 : 15443);
            call = context.NextWorkingMoment(call + context.Pause(MeanPause));
        }
    }
}
