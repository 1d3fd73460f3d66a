using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Adversaries;

/// <summary>A rented server asks the ports of one public server of the organisation, a few every second.</summary>
public sealed class PortScan : AdversaryProfile
{
    private static readonly int[] Ports = [21, 22, 23, 25, 80, 110, 135, 139, 143, 443, 445, 993, 1433, 3306, 3389, 5432, 5900, 6379, 8080, 8443];

    /// <inheritdoc/>
    public override string Name => "port-scan";

    /// <inheritdoc/>
    public override string Defaults => "20 ports of one server in an order of its own, within a minute; 443 answers";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = Traffic.None;

    /// <inheritdoc/>
    public override string Source => "nmap's most frequent ports (nmap-services); the pace is that of -T3 through a firewall, an assumption";

    /// <inheritdoc/>
    public override bool RunsOn(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Role == HostRole.LinuxServer;
    }

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(campaign);
        var process = context.Running(context.Host.ServiceAccount, "/usr/sbin/nginx", "nginx: master process /usr/sbin/nginx", "systemd");
        var left = Ports.ToList();
        for (var time = begin; left.Count > 0 && time < context.End; time += TimeSpan.FromMilliseconds(context.Random.Between(200, 2_500)))
        {
            var port = context.Random.Pick(left);
            left.Remove(port);
            yield return context.Probed(time, process, campaign.Server, port, isAnswered: port == 443);
        }
    }
}
