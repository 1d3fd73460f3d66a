using DetectionKit.GroundTruth;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Personas;

/// <summary>NTP: chronyd on Linux asks four public servers; Windows asks a domain controller, which is inside.</summary>
public sealed class TimeSync : Persona
{
    private const string LinuxImage = "/usr/sbin/chronyd";
    private const string WindowsImage = @"\Device\HarddiskVolume3\Windows\System32\svchost.exe";
    private const string WindowsCommandLine = @"C:\Windows\system32\svchost.exe -k LocalService -p -s W32Time";

    /// <inheritdoc/>
    public override string Name => "time-sync";

    /// <inheritdoc/>
    public override string Rhythm => "a poll of each server every 2^6 to 2^10 s, one power a host, ± 2 %";

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(48, 48, 0, TimeSpan.FromMilliseconds(30));

    /// <inheritdoc/>
    public override string Source => "RFC 5905 and chrony: minpoll 6 (64 s), maxpoll 10 (1,024 s)";

    /// <inheritdoc/>
    public override double Prevalence(Host host) => 1;

    /// <inheritdoc/>
    public override IEnumerable<GroundTruthKey> Keys(Organisation organisation) =>
        [ImageKey(LinuxImage), ImageKey(WindowsImage).With("commandLine", WindowsCommandLine)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var random = context.Random;
        var process = context.Host.IsWindows
            ? context.Running(context.Host.ServiceAccount, WindowsImage, WindowsCommandLine)
            : context.Running(context.Host.ServiceAccount, LinuxImage, "/usr/sbin/chronyd -F 1", "systemd");
        var servers = context.Host.IsWindows
            ? [context.Organisation.Destinations.Internal("time." + context.Organisation.Domain, "10.0.0.10")]
            : Enumerable.Range(0, 4).Select(i => context.Organisation.Destinations.Named($"{i}.pool.ntp.org", ProviderNetworks.Hosting[i], 1)).ToArray();
        yield return context.Report(process);
        var poll = TimeSpan.FromSeconds(1 << random.Between(6, 10));
        for (var time = context.Start + random.Between(TimeSpan.Zero, poll); time < context.End; time += random.Between(poll * 0.98, poll * 1.02))
        {
            foreach (var server in servers) yield return context.Connect(time, process, server, 123, protocol: 17);
        }
    }
}
