using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>A Selenium Grid hub on a developer's workstation looks after its nodes, which stand at a hosting provider, and starts browser sessions on them.</summary>
public sealed class SeleniumGrid : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Eclipse Adoptium\jre-17\bin\java.exe";
    private const int NodePort = 5555;
    private static readonly TimeSpan HealthCheck = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan MeanPause = TimeSpan.FromHours(2);

    /// <inheritdoc/>
    public override string Name => "selenium-grid";

    /// <inheritdoc/>
    public override string Rhythm =>
        "in office hours a check of each of four nodes every 120 s; about every 2 hours, at random, a run of 20 to 80 commands, 0.1 to 2 s apart, to one node";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(700, 2400, 1.0, TimeSpan.FromMilliseconds(300));

    /// <inheritdoc/>
    public override string Source => "Selenium Grid: healthcheck-interval 120 s, nodes on port 5555; the runs are an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.08 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var nodes = Enumerable.Range(1, 4)
            .Select(i => context.Organisation.Destinations.Named($"grid-node{i}." + context.Organisation.Domain, ProviderNetworks.Hetzner, 1)).ToArray();
        var process = context.Running(
            context.Host.Owner, Image, "java -jar C:\\tools\\selenium-server-4.27.0.jar hub --config C:\\tools\\grid.toml", "cmd.exe");
        yield return context.Report(process);
        var time = context.NextWorkingMoment(context.Start + random.Between(TimeSpan.Zero, HealthCheck));
        var run = time + context.Pause(MeanPause);
        while (time < context.End)
        {
            foreach (var node in nodes) yield return context.Connect(time, process, node, NodePort);
            var next = context.NextWorkingMoment(time + HealthCheck);
            if (run < next)
            {
                var node = random.Pick(nodes);
                var at = time;
                // A run goes on between two checks.
                for (var left = random.Between(20, 80); left > 0 && at < next && at < context.End; left--)
                {
                    yield return context.Connect(at, process, node, NodePort);
                    at += random.Between(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));
                }

                run = next + context.Pause(MeanPause);
            }

            time = next;
        }
    }
}
