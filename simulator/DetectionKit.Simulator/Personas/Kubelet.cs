using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>
/// A kubelet on a developer's workstation: probes of the pods there, which are inside, and watches of the cluster's API server, which stands at a
/// hosting provider.
/// </summary>
public sealed class Kubelet : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\k\kubelet.exe";
    private static readonly TimeSpan ProbePeriod = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override string Name => "kubelet";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours a probe of each of two pods every 10 s, and a watch that ends after 5 to 10 minutes and is opened again";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(900, 12_000, 1.3, TimeSpan.FromSeconds(30));

    /// <inheritdoc/>
    public override string Source =>
        "Kubernetes: periodSeconds of a probe, 10; client-go, reflector: minWatchTimeout 5 minutes, times 1 to 2 at random; a connection for each watch is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.15 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var server = context.Organisation.Destinations.Named("k8s-api." + context.Organisation.Domain, ProviderNetworks.DigitalOcean, 1);
        var front = context.Organisation.Destinations.Internal("pod-frontend", "10.244.0.11");
        var back = context.Organisation.Destinations.Internal("pod-backend", "10.244.0.12");
        var process = context.Running(
            context.Host.SystemAccount, Image, @"C:\k\kubelet.exe --config=C:\k\config.yaml --kubeconfig=C:\k\kubelet.conf --container-runtime-endpoint=npipe:////./pipe/containerd-containerd");
        yield return context.Report(process);
        var watchEnds = DateTimeOffset.MinValue;
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, ProbePeriod));
        for (; time < context.End; time = context.NextWorkingMoment(time + ProbePeriod))
        {
            if (time >= watchEnds)
            {
                yield return context.Connect(time, process, server, 6443);
                watchEnds = time + random.Between(ShortestWatch, ShortestWatch * 2);
            }

            yield return context.Connect(time, process, front, 8080);
            yield return context.Connect(time, process, back, 8080);
        }
    }
}
