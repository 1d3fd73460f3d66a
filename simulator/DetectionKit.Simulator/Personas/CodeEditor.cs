using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Visual Studio Code: it asks for updates once an hour, and sends usage data in batches while it is used.</summary>
public sealed class CodeEditor : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Microsoft VS Code\Code.exe";
    private static readonly TimeSpan UpdatePeriod = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstUpdate = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MeanPause = TimeSpan.FromSeconds(100);

    /// <inheritdoc/>
    public override string Name => "code-editor";

    /// <inheritdoc/>
    public override string Rhythm => "a check 30 s after its start and then every hour, within 2 s; in office hours usage data about every 100 s, at random";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(2600, 1900, 1.0, TimeSpan.FromMilliseconds(900));

    /// <inheritdoc/>
    public override string Source => "Visual Studio Code, update service: first after 30 s, then every 60 minutes; the usage data is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.8 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var updates = context.Organisation.Destinations.Named("update.code.visualstudio.com", ProviderNetworks.Microsoft, 3);
        var usage = context.Organisation.Destinations.Named("mobile.events.data.microsoft.com", ProviderNetworks.Microsoft, 8);
        var begin = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, TimeSpan.FromMinutes(20)));
        if (begin >= context.End) yield break;
        var process = context.Launch(begin, context.Host.Owner, Image, "\"C:\\Program Files\\Microsoft VS Code\\Code.exe\" ");
        yield return context.Report(process);
        var update = begin + FirstUpdate;
        var batch = context.NextWorkingMoment(begin + context.Pause(MeanPause));
        while (update < context.End || batch < context.End)
        {
            if (update <= batch)
            {
                yield return context.Connect(update, process, updates);
                update += UpdatePeriod + random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(2));
                continue;
            }

            yield return context.Connect(batch, process, usage);
            batch = context.NextWorkingMoment(batch + context.Pause(MeanPause));
        }
    }
}
