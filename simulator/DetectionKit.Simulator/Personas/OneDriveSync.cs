using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>OneDrive: it is told of changes over one long connection, and sends and fetches files in bursts while its owner works.</summary>
public sealed class OneDriveSync : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\Microsoft OneDrive\OneDrive.exe";
    private static readonly TimeSpan MeanConnection = TimeSpan.FromMinutes(40);
    private static readonly TimeSpan MeanPause = TimeSpan.FromMinutes(6);

    /// <inheritdoc/>
    public override string Name => "onedrive-sync";

    /// <inheritdoc/>
    public override string Rhythm => "one long connection, lost after 40 minutes in the mean; in office hours about every 6 minutes, at random, 1 to 6 connections for files";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1900, 3100, 1.2, TimeSpan.FromSeconds(3));

    /// <inheritdoc/>
    public override string Source => "assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: true } ? 0.7 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var tenant = context.Organisation.Domain.Split('.')[0];
        var notify = context.Organisation.Destinations.Named("skydrive.wns.windows.com", ProviderNetworks.Microsoft, 6);
        var files = context.Organisation.Destinations.Named(tenant + "-my.sharepoint.com", ProviderNetworks.Microsoft, 4);
        var process = context.Running(context.Host.Owner, Image, "\"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe\" /background", "explorer.exe");
        yield return context.Report(process);
        var connection = context.Start + random.Exponential(MeanConnection);
        var sync = context.NextWorkingMoment(context.Start + context.Pause(MeanPause));
        while (connection < context.End || sync < context.End)
        {
            if (connection <= sync)
            {
                yield return context.Connect(connection, process, notify);
                connection += random.Exponential(MeanConnection);
                continue;
            }

            for (var left = random.Between(1, 6); left > 0; left--) yield return context.Connect(sync, process, files);
            sync = context.NextWorkingMoment(sync + context.Pause(MeanPause));
        }
    }
}
