using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>JMeter puts load on a staging system, which stands at a hosting provider.</summary>
public sealed class TestFramework : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Java\jdk-21\bin\java.exe";
    private static readonly int[] Ports = [443, 8080, 8443];
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(90);

    /// <inheritdoc/>
    public override string Name => "test-framework";

    /// <inheritdoc/>
    public override string Rhythm =>
        "in office hours a run about every 90 minutes, at random: 1 to 5 minutes of about 4 connections a second, to one to three ports";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1500, 6000, 1.2, TimeSpan.FromMilliseconds(400));

    /// <inheritdoc/>
    public override string Source => "assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.DeveloperWorkstation } ? 0.25 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var staging = context.Organisation.Destinations.Named("staging." + context.Organisation.Domain, ProviderNetworks.Hetzner, 2);
        var time = context.NextWorkingMoment(context.Start + context.Pause(MeanPause));
        while (time < context.End)
        {
            var process = context.Launch(
                time,
                context.Host.Owner,
                Image,
                $"java -Xms1g -Xmx1g -jar ApacheJMeter.jar -n -t plans\\checkout.jmx -l results\\run-{random.Hex(6)}.jtl -Jthreads={random.Between(5, 50)}",
                "cmd.exe");
            yield return context.Report(process);
            var ports = random.Between(1, Ports.Length);
            var end = time + random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));
            while (time < end && time < context.End)
            {
                yield return context.Connect(time, process, staging, Ports[random.Next(ports)]);
                time += context.Pause(TimeSpan.FromMilliseconds(250));
            }

            time = context.NextWorkingMoment(time + context.Pause(MeanPause));
        }
    }
}
