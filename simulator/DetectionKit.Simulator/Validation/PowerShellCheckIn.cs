using System.Net;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Validation;

/// <summary>Test 1: a hidden PowerShell that checks in fifteen times.</summary>
/// <param name="target">The address that it calls; null for <see cref="ValidationTest.DocumentationAddress"/>.</param>
public sealed class PowerShellCheckIn(IPAddress? target = null) : ValidationTest(target)
{
    private const int CheckIns = 15;
    private const int Port = 8443;
    private static readonly TimeSpan Sleep = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public override int Number => 1;

    /// <inheritdoc/>
    public override string Name => "powershell-check-in";

    /// <inheritdoc/>
    public override string Title => "a hidden PowerShell checks in by Invoke-WebRequest fifteen times, 5 s apart, port 8443";

    /// <inheritdoc/>
    public override string Defaults => "15 connections, about 5 s apart, port 8443";

    /// <inheritdoc/>
    public override IReadOnlyList<ExpectedTelemetry> Telemetry => [new("sysmon", "1", 1), new("sysmon", "3", CheckIns), new("powershell", "4104", 1)];

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var script = $"1..{CheckIns} | ForEach-Object {{ try {{ Invoke-WebRequest -Uri 'https://{Target}:{Port}/check-in' -UseBasicParsing -TimeoutSec 3 }} catch {{}}; Start-Sleep -Seconds 5 }}";
        var process = context.LaunchWatched(begin, context.Host.Owner, @"\Device\HarddiskVolume3\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", $"powershell.exe -NoProfile -WindowStyle Hidden -Command \"{script}\"", "cmd.exe");
        yield return context.Report(process);
        var time = begin + TimeSpan.FromMilliseconds(600);
        yield return context.RunScript(time, process, script);
        for (var i = 0; i < CheckIns; i++)
        {
            yield return context.Connect(time, process, Target, Port);
            time += Sleep + context.Random.Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(300));
        }
    }
}
