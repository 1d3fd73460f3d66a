using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>An editor fetches from the remote repository again and again: a new process with the same command line each time.</summary>
public sealed class SourceControlFetch : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Git\mingw64\libexec\git-core\git-remote-https.exe";
    private static readonly string[] Repositories = ["storefront", "billing", "platform", "mobile-app", "infrastructure", "data-pipeline"];
    private static readonly TimeSpan FetchPeriod = TimeSpan.FromSeconds(180);

    /// <inheritdoc/>
    public override string Name => "source-control-fetch";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours a connection every 180 s after the last fetch ended (1 to 6 s)";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(3400, 5600, 0.9, TimeSpan.FromMilliseconds(1200));

    /// <inheritdoc/>
    public override string Source => "Visual Studio Code: git.autofetchPeriod, 180 s; how long a fetch takes is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.5 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var forge = context.Organisation.Destinations.Named("github.com", ProviderNetworks.GitHub, 2);
        var remote = $"https://github.com/{context.Organisation.Domain.Split('.')[0]}/{random.Pick(Repositories)}.git";
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, FetchPeriod));
        while (time < context.End)
        {
            var process = context.Launch(time, context.Host.Owner, Image, $"git remote-https origin {remote}", "git.exe");
            yield return context.Report(process);
            yield return context.Connect(time, process, forge);
            time = context.NextWorkingMoment(time + FetchPeriod + random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6)));
        }
    }
}
