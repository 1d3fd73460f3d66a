using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>The Falcon sensor itself: it keeps one connection to its cloud open, and opens it again when it is lost.</summary>
public sealed class FalconSensor : Persona
{
    private const string Image = @"\Device\HarddiskVolume3\Program Files\CrowdStrike\CSFalconService.exe";
    private const string LinuxImage = "/opt/CrowdStrike/falcon-sensor";
    private static readonly TimeSpan MeanConnection = TimeSpan.FromMinutes(50);

    /// <inheritdoc/>
    public override string Name => "falcon-sensor";

    /// <inheritdoc/>
    public override string Rhythm => "one long connection, lost after 50 minutes in the mean and opened again at once";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(48_000, 9000, 1.4, TimeSpan.FromMinutes(30));

    /// <inheritdoc/>
    public override string Source => "the sensor's documentation (a persistent TLS connection on port 443); how often it is lost is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => 1;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) => [ImageKey(Image), ImageKey(LinuxImage)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cloud = context.Organisation.Destinations.Named("ts01-b.cloudsink.net", ProviderNetworks.Amazon, 6);
        var process = context.Host.IsWindows
            ? context.Running(context.Host.SystemAccount, Image, "\"C:\\Program Files\\CrowdStrike\\CSFalconService.exe\"")
            : context.Running(context.Host.SystemAccount, LinuxImage, LinuxImage, "falcond");
        yield return context.Report(process);
        for (var time = context.Start + context.Random.Exponential(MeanConnection); time < context.End; time += context.Random.Exponential(MeanConnection))
            yield return context.Connect(time, process, cloud);
    }
}
