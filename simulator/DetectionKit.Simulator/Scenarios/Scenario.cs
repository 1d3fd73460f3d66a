using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Personas;

namespace DetectionKit.Simulator.Scenarios;

/// <summary>Who takes part: the benign software, and the adversaries.</summary>
public sealed record Scenario
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The benign software, one persona of a name.</summary>
    public IReadOnlyList<Persona> Personas { get; init; } = [];

    /// <summary>The adversaries: each is one campaign.</summary>
    public IReadOnlyList<AdversaryProfile> Adversaries { get; init; } = [];

    /// <summary>An office's day, with campaigns from every few seconds to once an hour.</summary>
    public static Scenario OfficeUnderAttack { get; } = new()
    {
        Name = "office-under-attack",
        Personas =
        [
            new Browser(), new SoftwareUpdater(), new FalconSensor(), new EndpointSecurityAgent(), new ChatClient(), new MailClient(), new TimeSync(),
            new MonitoringAgent(), new BackupClient(), new SourceControlFetch(), new PackageManager(), new TestFramework(), new DnsServer(),
            new DockerDesktop(), new Kubelet(), new ServiceMesh(), new DropboxSync(), new OneDriveSync(), new VpnClient(), new CodeEditor(), new LanguageServer(),
            new SentinelOneAgent(), new SeleniumGrid(), new PlaywrightTests(), new PackageMirror(),
        ],
        Adversaries =
        [
            new EmpireHttp(), new MythicHttp(), new CobaltStrikeBeacon(), new CobaltStrikeBeacon(jitterPercent: 20), new SliverBeacon(),
            new PacedBeacon("paced-150s", TimeSpan.FromSeconds(150), 0.1), new PacedBeacon("paced-4m", TimeSpan.FromMinutes(4), 0.1, 8443),
            new PacedBeacon("long-haul-1h", TimeSpan.FromHours(1), 0.2), new MeterpreterReverseTcp(),
        ],
    };

    /// <summary>The same office without an adversary.</summary>
    public static Scenario QuietOffice { get; } = OfficeUnderAttack with { Name = "quiet-office", Adversaries = [] };
}
