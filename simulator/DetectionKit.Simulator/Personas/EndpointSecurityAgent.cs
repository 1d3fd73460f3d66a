using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>A Carbon Black EDR sensor checks in at its server, which the organisation rents at a hosting provider; some hosts still have it.</summary>
public sealed class EndpointSecurityAgent : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Windows\CarbonBlack\cb.exe";
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public override string Name => "endpoint-security-agent";

    /// <inheritdoc/>
    public override string Rhythm => "a check-in every 30 s, ± 10 %";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(3200, 900, 0.7, TimeSpan.FromMilliseconds(600));

    /// <inheritdoc/>
    public override string Source =>
        "Carbon Black EDR, cb.conf: MinSensorCheckinDelaySec 30, SensorCheckinDelayVariancePct 0.1 (the least delay, that of small servers)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsWindows: true } ? 0.06 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var server = context.Organisation.Destinations.Named("cb." + context.Organisation.Domain, ProviderNetworks.Ovh, 1);
        var process = context.Running(context.Host.SystemAccount, Image, @"C:\WINDOWS\CarbonBlack\cb.exe");
        yield return context.Report(process);
        var random = context.Random;
        for (var time = context.Start + random.Between(TimeSpan.Zero, CheckIn); time < context.End; time += random.Between(CheckIn * 0.9, CheckIn * 1.1))
            yield return context.Connect(time, process, server);
    }
}
