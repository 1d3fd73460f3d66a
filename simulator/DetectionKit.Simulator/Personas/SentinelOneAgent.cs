using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>A SentinelOne agent: it asks its console for commands, and sends what it saw in batches; on the hosts of an acquired company.</summary>
public sealed class SentinelOneAgent : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\SentinelOne\Sentinel Agent 24.1.4.257\SentinelAgent.exe";
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MeanBatch = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public override string Name => "sentinelone-agent";

    /// <inheritdoc/>
    public override string Rhythm => "a check-in every 60 s, ± 5 %, and a batch of what it saw about every 5 minutes, at random";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(5200, 1600, 1.0, TimeSpan.FromSeconds(2));

    /// <inheritdoc/>
    public override string Source => "assumption (the vendor publishes no period)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsWindows: true } ? 0.03 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var console = context.Organisation.Destinations.Named("euce1-" + context.Organisation.Domain.Split('.')[0] + ".sentinelone.net", ProviderNetworks.Amazon, 1);
        var ingest = context.Organisation.Destinations.Named("ioc-gw-prod.sentinelone.net", ProviderNetworks.Amazon, 4);
        var process = context.Running(context.Host.SystemAccount, Image, "\"C:\\Program Files\\SentinelOne\\Sentinel Agent 24.1.4.257\\SentinelAgent.exe\"");
        yield return context.Report(process);
        var checkIn = context.Start + random.Between(TimeSpan.Zero, CheckIn);
        var batch = context.Start + random.Exponential(MeanBatch);
        while (checkIn < context.End || batch < context.End)
        {
            if (checkIn <= batch)
            {
                yield return context.Connect(checkIn, process, console);
                checkIn += random.Between(CheckIn * 0.95, CheckIn * 1.05);
                continue;
            }

            yield return context.Connect(batch, process, ingest);
            batch += random.Exponential(MeanBatch);
        }
    }
}
