using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>A language server that completes code from a service: a process for each session of work, and short bursts of calls while its owner types.</summary>
public sealed class LanguageServer : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\GitHub Copilot\copilot-language-server.exe";
    private static readonly TimeSpan MeanThought = TimeSpan.FromMinutes(4);

    /// <inheritdoc/>
    public override string Name => "language-server";

    /// <inheritdoc/>
    public override string Rhythm =>
        "sessions of half an hour to 3 hours in office hours; in them about every 4 minutes, at random, 1 to 5 connections, 1 to 20 s apart";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1400, 3600, 1.2, TimeSpan.FromMilliseconds(600));

    /// <inheritdoc/>
    public override string Source => "assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.5 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var service = context.Organisation.Destinations.Named("proxy.individual.githubcopilot.com", ProviderNetworks.GitHub, 2);
        var time = context.NextWorkingMoment(context.Start + context.Pause(MeanThought));
        while (time < context.End)
        {
            var process = context.Launch(
                time, context.Host.Owner, Image, $"\"C:\\Program Files\\GitHub Copilot\\copilot-language-server.exe\" --stdio --clientProcessId={random.Between(1_000, 30_000)}", "Code.exe");
            yield return context.Report(process);
            var end = time + random.Between(TimeSpan.FromMinutes(30), TimeSpan.FromHours(3));
            while (time < end && time < context.End)
            {
                for (var left = random.Between(1, 5); left > 0 && time < context.End; left--)
                {
                    yield return context.Connect(time, process, service);
                    time += random.Between(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
                }

                time += context.Pause(MeanThought);
            }

            time = context.NextWorkingMoment(time + context.Pause(MeanThought * 5));
        }
    }
}
