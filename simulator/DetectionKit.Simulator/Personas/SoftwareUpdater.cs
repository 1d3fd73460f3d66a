using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Google's updater asks for updates of what it installed: a new process each time.</summary>
public sealed class SoftwareUpdater : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files (x86)\Google\Update\GoogleUpdate.exe";
    private static readonly TimeSpan CheckPeriod = TimeSpan.FromHours(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public override string Name => "software-updater";

    /// <inheritdoc/>
    public override string Rhythm =>
        "a check every 5 hours, put off by up to 10 minutes by the task scheduler; 1 to 3 connections, and a download after one check in ten";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1800, 9000, 1.2, TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public override string Source => "Omaha (Google Update), last-check period of 5 hours; the delay and the downloads are an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 0.9 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var service = context.Organisation.Destinations.Named("update.googleapis.com", ProviderNetworks.Google, 4);
        var download = context.Organisation.Destinations.Named("edgedl.me.gvt1.com", ProviderNetworks.Google, 3);
        for (var time = context.Start + random.Between(TimeSpan.Zero, CheckPeriod); time < context.End; time += CheckPeriod + random.Between(TimeSpan.Zero, LongestDelay))
        {
            var session = $"{random.Hex(8)}-{random.Hex(4)}-4{random.Hex(3)}-a{random.Hex(3)}-{random.Hex(12)}".ToUpperInvariant();
            var process = context.Launch(
                time,
                context.Host.SystemAccount,
                Image,
                $"\"C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe\" /ua /installsource scheduler /sessionid \"{{{session}}}\"",
                "svchost.exe");
            yield return context.Report(process);
            yield return context.Resolve(time, process, service);
            var at = time;
            for (var left = random.Between(1, 3); left > 0 && at < context.End; left--)
            {
                yield return context.Connect(at, process, service);
                at += random.Between(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(3));
            }

            if (random.Chance(0.1) && at < context.End) yield return context.Connect(at, process, download, 80);
        }
    }
}
