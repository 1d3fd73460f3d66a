using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Slack: a web socket that is opened again now and then, and short calls when messages are read.</summary>
public sealed class ChatClient : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Slack\slack.exe";
    private static readonly TimeSpan MeanSilence = TimeSpan.FromMinutes(3);

    /// <inheritdoc/>
    public override string Name => "chat-client";

    /// <inheritdoc/>
    public override string Rhythm => "in office hours 1 to 4 connections about every 3 minutes, at random";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(6000, 14_000, 1.3, TimeSpan.FromMinutes(5));

    /// <inheritdoc/>
    public override string Source => "assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 0.6 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var service = context.Organisation.Destinations.Named("wss-primary.slack.com", ProviderNetworks.Amazon, 8);
        var files = context.Organisation.Destinations.Named("files.slack.com", ProviderNetworks.Amazon, 4);
        var process = context.Running(
            context.Host.Owner,
            Image,
            "\"C:\\Program Files\\Slack\\slack.exe\" --type=utility --utility-sub-type=network.mojom.NetworkService"
                + $" --user-data-dir=\"C:\\Users\\{context.Host.Owner.Name}\\AppData\\Roaming\\Slack\" --field-trial-handle={random.Between(1_000, 4_000)},i,{random.NextUInt64()}",
            "slack.exe");
        yield return context.Report(process);
        var time = context.NextWorkingMoment(context.Start + context.Pause(MeanSilence));
        while (time < context.End)
        {
            for (var left = random.Between(1, 4); left > 0 && time < context.End; left--)
            {
                yield return context.Connect(time, process, left == 4 ? files : service);
                time += random.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
            }

            time = context.NextWorkingMoment(time + context.Pause(MeanSilence));
        }
    }
}
