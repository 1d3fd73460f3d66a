using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>
/// A Zabbix agent on servers asks its server for active checks; the first site's server stands inside, the others' at a hosting provider. Where the
/// sensor was installed after the agent, its process was never seen to start.
/// </summary>
public sealed class MonitoringAgent : Persona
{
    private const string WindowsImage = @"\Device\HarddiskVolume3\Program Files\Zabbix Agent 2\zabbix_agent2.exe";
    private const string LinuxImage = "/usr/sbin/zabbix_agent2";
    private const string WindowsCommandLine =
        "\"C:\\Program Files\\Zabbix Agent 2\\zabbix_agent2.exe\" -c \"C:\\Program Files\\Zabbix Agent 2\\zabbix_agent2.conf\" -f=false";

    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(120);

    /// <inheritdoc/>
    public override string Name => "monitoring-agent";

    /// <inheritdoc/>
    public override string Rhythm => "a connection every 120 s, and up to half a second more";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(380, 96, 0.4, TimeSpan.FromMilliseconds(50));

    /// <inheritdoc/>
    public override string Source => "Zabbix agent before 7.0: RefreshActiveChecks, 120 s; the delay is an assumption";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => host is { IsPersonal: false } ? 1 : 0;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        var unseen = organisation.Hosts.Where(h => h.SensorCameLate).Select(h => GroundTruthKey.Any.With("host", h.Name).With("image", null));
        return [ImageKey(WindowsImage), ImageKey(LinuxImage), .. unseen];
    }

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var organisation = context.Organisation;
        var server = context.Host.Site == organisation.Sites[0]
            ? organisation.Destinations.Internal("zabbix." + organisation.Domain, "10.0.0.20")
            : organisation.Destinations.Named("zabbix-proxy." + organisation.Domain, ProviderNetworks.DigitalOcean, 1);
        var process = context.Host switch
        {
            { SensorCameLate: true } => context.Unreported(),
            { IsWindows: true } => context.Running(context.Host.SystemAccount, WindowsImage, WindowsCommandLine),
            _ => context.Running(context.Host.SystemAccount, LinuxImage, "/usr/sbin/zabbix_agent2 -c /etc/zabbix/zabbix_agent2.conf", "systemd"),
        };
        if (process.IsReported) yield return context.Report(process);
        for (var time = context.Start + context.Random.Between(TimeSpan.Zero, Refresh); time < context.End; time += Refresh + context.Random.Between(TimeSpan.Zero, LongestDelay))
            yield return context.Connect(time, process, server, 10051);
    }
}
