using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>restic sends what changed to object storage, as a scheduled task: a new process and a burst of connections each hour.</summary>
public sealed class BackupClient : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\restic\restic.exe";

    /// <inheritdoc/>
    public override string Name => "backup-client";

    /// <inheritdoc/>
    public override string Rhythm => "every hour at the host's own minute, within 30 s of it: 5 to 40 connections over one to five minutes";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(1_800_000, 22_000, 1.7, TimeSpan.FromSeconds(40));

    /// <inheritdoc/>
    public override string Source => "assumption (restic's default of 5 parallel connections to storage, opened again as they end)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { Role: HostRole.WindowsServer } ? 0.7 : host is { IsPersonal: true } ? 0.05 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var bucket = "backup-" + context.Organisation.Domain.Split('.')[0];
        var storage = context.Organisation.Destinations.Named(bucket + ".s3.amazonaws.com", ProviderNetworks.Amazon, 3);
        for (var scheduled = context.Start + random.Between(TimeSpan.Zero, TimeSpan.FromHours(1)); scheduled < context.End; scheduled += TimeSpan.FromHours(1))
        {
            var time = scheduled + random.Between(TimeSpan.Zero, TimeSpan.FromSeconds(30));
            if (time >= context.End) break;
            var process = context.Launch(
                time,
                context.Host.SystemAccount,
                Image,
                $"restic.exe -r s3:https://s3.amazonaws.com/{bucket} backup --files-from C:\\ProgramData\\restic\\{context.Host.Name}.txt --tag hourly",
                "taskeng.exe");
            yield return context.Report(process);
            for (var left = random.Between(5, 40); left > 0 && time < context.End; left--)
            {
                yield return context.Connect(time, process, storage);
                time += random.Between(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(7));
            }
        }
    }
}
