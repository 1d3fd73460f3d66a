using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>npm installs packages: a burst of connections to the registry's delivery network from a process of its own.</summary>
public sealed class PackageManager : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\nodejs\node.exe";
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(40);

    /// <inheritdoc/>
    public override string Name => "package-manager";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours an install about every 40 minutes, at random: 15 to 90 connections within half a minute";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(900, 64_000, 1.9, TimeSpan.FromMilliseconds(800));

    /// <inheritdoc/>
    public override string Source => "assumption (npm's default of 15 sockets at a time)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.7 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var registry = context.Organisation.Destinations.Named("registry.npmjs.org", ProviderNetworks.Cloudflare, 12);
        var time = context.NextWorkingMoment(context.Start + context.Pause(MeanPause));
        while (time < context.End)
        {
            var cache = random.Hex(8);
            var process = context.Launch(
                time,
                context.Host.Owner,
                Image,
                "\"C:\\Program Files\\nodejs\\node.exe\" \"C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js\" install"
                    + $" --cache C:\\Users\\{context.Host.Owner.Name}\\AppData\\Local\\Temp\\npm-{cache}",
                "cmd.exe");
            yield return context.Report(process);
            yield return context.Resolve(time, process, registry);
            for (var left = random.Between(15, 90); left > 0 && time < context.End; left--)
            {
                yield return context.Connect(time, process, registry);
                time += random.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(600));
            }

            time = context.NextWorkingMoment(time + context.Pause(MeanPause));
        }
    }
}
