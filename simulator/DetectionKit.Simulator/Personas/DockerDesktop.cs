using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Docker Desktop: its backend asks for updates and sends usage data while it is open, and pulls images in bursts.</summary>
public sealed class DockerDesktop : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Docker\Docker\resources\com.docker.backend.exe";
    private static readonly TimeSpan Report = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(75);

    /// <inheritdoc/>
    public override string Name => "docker-desktop";

    /// <inheritdoc/>
    public override string Rhythm =>
        "in office hours a report every 10 minutes, ± 10 %, and a pull after about every 75 minutes, at random: a token, then 4 to 20 layers within half a minute";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(2100, 9_500_000, 2.2, TimeSpan.FromSeconds(9));

    /// <inheritdoc/>
    public override string Source => "assumption (the registry's token service and layer store are those of the Docker Hub documentation; dockerd takes 3 layers at a time)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.6 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var usage = context.Organisation.Destinations.Named("api.docker.com", ProviderNetworks.Amazon, 3);
        var tokens = context.Organisation.Destinations.Named("auth.docker.io", ProviderNetworks.Amazon, 3);
        var layers = context.Organisation.Destinations.Named("production.cloudflare.docker.com", ProviderNetworks.Cloudflare, 5);
        var process = context.Running(
            context.Host.Owner, Image, "\"C:\\Program Files\\Docker\\Docker\\resources\\com.docker.backend.exe\" run", "Docker Desktop.exe");
        yield return context.Report(process);
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, Report));
        var pull = context.NextWorkingMoment(time + context.Pause(MeanPause));
        while (time < context.End)
        {
            yield return context.Connect(time, process, usage);
            var next = context.NextWorkingMoment(time + random.Between(Report * 0.9, Report * 1.1));
            if (pull > time && pull < next && pull < context.End)
            {
                var at = pull;
                yield return context.Connect(at, process, tokens);
                for (var left = random.Between(4, 20); left > 0 && at < next && at < context.End; left--)
                {
                    yield return context.Connect(at, process, layers);
                    at += random.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2.5));
                }
            }

            if (pull < next) pull = context.NextWorkingMoment(next + context.Pause(MeanPause));
            time = next;
        }
    }
}
