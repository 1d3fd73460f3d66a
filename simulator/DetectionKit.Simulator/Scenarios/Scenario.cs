using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Validation;

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
            new HavocDemon(), new PoshC2Implant(), new MerlinAgent(), new BruteRatelBadger(), new MeterpreterReverseHttps(),
        ],
    };

    /// <summary>The same office with operators who do not leave the defaults alone: one campaign for each way to be noticed less.</summary>
    public static Scenario EvasiveAdversaries { get; } = OfficeUnderAttack with
    {
        Name = "evasive-adversaries",
        Adversaries =
        [
            new TunedBeacon("low-and-slow", new CobaltStrikeBeacon(), new BeaconKnobs { Interval = TimeSpan.FromHours(1), Jitter = JitterLaw.Shortening(0.3) }),
            new TunedBeacon("normal-jitter", new SliverBeacon(), new BeaconKnobs { Interval = TimeSpan.FromMinutes(2), Jitter = JitterLaw.Gaussian(0.25) }),
            new TunedBeacon("office-hours", new MythicHttp(), new BeaconKnobs { Interval = TimeSpan.FromSeconds(90), Jitter = JitterLaw.Uniform(0.2), WorkingHoursOnly = true }),
            new TunedBeacon("night-silence", new HavocDemon(), new BeaconKnobs { Interval = TimeSpan.FromSeconds(45), QuietPeriods = [new QuietPeriod(TimeSpan.FromHours(22), TimeSpan.FromHours(6))] }),
            new TunedBeacon("tasking", new MerlinAgent(), new BeaconKnobs { Interval = TimeSpan.FromMinutes(10), Tasking = new TaskingBursts(TimeSpan.FromMinutes(40), 15, 60, TimeSpan.FromSeconds(2)) }),
            new TunedBeacon("redirectors", new CobaltStrikeBeacon(), new BeaconKnobs { Redirectors = 6, Order = RedirectorOrder.RoundRobin }),
            new TunedBeacon("random-redirectors", new PoshC2Implant(), new BeaconKnobs { Interval = TimeSpan.FromSeconds(60), Redirectors = 5, Order = RedirectorOrder.Random }),
            new TunedBeacon("rotation", new BruteRatelBadger(), new BeaconKnobs { Redirectors = 4, Order = RedirectorOrder.Rotation, RotateEvery = TimeSpan.FromMinutes(90) }),
            new TunedBeacon("masquerade", new CobaltStrikeBeacon(), new BeaconKnobs
            {
                Masquerade = new Masquerade(@"\Device\HarddiskVolume3\Users\Public\svchost.exe", @"C:\Users\Public\svchost.exe -k netsvcs", "services.exe"),
            }),
        ],
    };

    /// <summary>The same office and adversaries, with all else that rented servers are used for: scans from outside, payloads, stolen accounts; and what people do that looks like it.</summary>
    public static Scenario RentedServers { get; } = OfficeUnderAttack with
    {
        Name = "rented-servers",
        Personas = [.. OfficeUnderAttack.Personas, new UserSignIns(), new AdministratorDownloads(), new InternetNoise()],
        Adversaries = [.. OfficeUnderAttack.Adversaries, new PayloadDropper(), new PayloadDropper(), new AccountTakeover(), new PasswordSpray(), new PortScan(), new PortScan()],
    };

    /// <summary>The same office without an adversary.</summary>
    public static Scenario QuietOffice { get; } = OfficeUnderAttack with { Name = "quiet-office", Adversaries = [] };

    /// <summary>All scenarios that come with the simulator, each validation test as one of its own among them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
        [OfficeUnderAttack, EvasiveAdversaries, RentedServers, QuietOffice, .. ValidationTest.All.Select(test => new Scenario { Name = test.Name, Adversaries = [test] })];

    /// <summary>A scenario by its name.</summary>
    /// <param name="name">The name, whatever its case.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ArgumentException">There is no such scenario: the message names all.</exception>
    public static Scenario Named(string name) => All.FirstOrDefault(scenario => string.Equals(scenario.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no scenario '{name}'. Choose one of {string.Join(", ", All.Select(scenario => scenario.Name))}.", nameof(name));
}
