using System.Net;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Validation;

/// <summary>Test 3: nmap scans six ports with SYNs that nothing answers.</summary>
/// <param name="target">The address that it scans; null for <see cref="ValidationTest.DocumentationAddress"/>.</param>
public sealed class NmapScan(IPAddress? target = null) : ValidationTest(target)
{
    private static readonly int[] Ports = [22, 80, 443, 3389, 8080, 8443];

    /// <inheritdoc/>
    public override int Number => 3;

    /// <inheritdoc/>
    public override string Name => "nmap-scan";

    /// <inheritdoc/>
    public override string Title => "nmap -sS scans ports 22, 80, 443, 3389, 8080 and 8443 of one address";

    /// <inheritdoc/>
    public override string Defaults => "one SYN to each of six ports; nothing answers";

    /// <inheritdoc/>
    public override IReadOnlyList<ExpectedTelemetry> Telemetry => [new("auditd", "EXECVE", 1), new("syslog", "sudo", 1), new("zeek", "conn", Ports.Length)];

    private protected override HostRole Role => HostRole.LinuxServer;

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var command = $"/usr/bin/nmap -sS -Pn -T4 -p {string.Join(',', Ports)} {Target}";
        var process = context.LaunchWatched(begin, context.Host.SystemAccount, "/usr/bin/nmap", command, "sudo");
        yield return context.Log(begin, process, "sudo", $"{context.Host.Owner.Name} : TTY=pts/0 ; PWD=/tmp ; USER=root ; COMMAND={command}");
        yield return context.Report(process);
        var time = begin + TimeSpan.FromMilliseconds(120);
        foreach (var port in Ports)
        {
            yield return context.Connect(time, process, Target, port, isAnswered: false);
            time += TimeSpan.FromMilliseconds(context.Random.Between(1, 12));
        }
    }
}
