using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>Dropbox: a call that waits for changes, again and again, day and night, and a burst of connections when files change.</summary>
public sealed class DropboxSync : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files (x86)\Dropbox\Client\Dropbox.exe";
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(120);

    /// <inheritdoc/>
    public override string Name => "dropbox-sync";

    /// <inheritdoc/>
    public override string Rhythm => "a wait of 30 to 120 s after another; in office hours one in twenty ends early with 2 to 8 connections for files";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1100, 700, 0.4, TimeSpan.FromSeconds(45));

    /// <inheritdoc/>
    public override string Source =>
        "Dropbox API, list_folder/longpoll: 30 s by default and up to 90 s of jitter; that the client waits alike, a connection for each wait, and the files are an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 0.08 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var notify = context.Organisation.Destinations.Named("bolt.dropbox.com", ProviderNetworks.Dropbox, 3);
        var block = context.Organisation.Destinations.Named("block.dropbox.com", ProviderNetworks.Dropbox, 4);
        var process = context.Running(context.Host.Owner, Image, "\"C:\\Program Files (x86)\\Dropbox\\Client\\Dropbox.exe\" /systemstartup", "explorer.exe");
        yield return context.Report(process);
        var time = context.Start + random.Between(TimeSpan.Zero, LongestWait);
        while (time < context.End)
        {
            yield return context.Connect(time, process, notify);
            var wait = random.Between(ShortestWait, LongestWait);
            if (!random.Chance(0.05) || context.NextWorkingMoment(time) != time)
            {
                time += wait;
                continue;
            }

            time += wait / 2;
            for (var left = random.Between(2, 8); left > 0 && time < context.End; left--)
            {
                yield return context.Connect(time, process, block);
                time += random.Between(TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1));
            }
        }
    }
}
