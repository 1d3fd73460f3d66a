using System.Net;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Validation;

/// <summary>
/// A test of a technique as Atomic Red Team writes them: one short, harmless act of an adversary on one host, and the telemetry that it must leave. Each is a class in a file of its own, found by looking for this base class.
/// The originals act on loopback, which a detection of outbound connections rightly leaves out; here the target is an address of a documentation range unless another is given.
/// </summary>
public abstract class ValidationTest : AdversaryProfile
{
    private protected ValidationTest(IPAddress? target) => Target = target ?? DocumentationAddress;

    /// <summary>An address of TEST-NET-3 (RFC 5737), which belongs to nobody.</summary>
    public static IPAddress DocumentationAddress { get; } = IPAddress.Parse("203.0.113.83");

    /// <summary>All tests of the technique, by their number, with the default target.</summary>
    public static IReadOnlyList<ValidationTest> All { get; } =
    [
        .. typeof(ValidationTest).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ValidationTest)))
            .Select(type => (ValidationTest)Activator.CreateInstance(type, [null])!).OrderBy(test => test.Number),
    ];

    /// <summary>The technique that is tested.</summary>
    public string Technique => "T1583.003";

    /// <summary>Its number among the tests of the technique, from 1.</summary>
    public abstract int Number { get; }

    /// <summary>What it does, in a line.</summary>
    public abstract string Title { get; }

    /// <summary>What it must leave.</summary>
    public abstract IReadOnlyList<ExpectedTelemetry> Telemetry { get; }

    /// <summary>The address that it acts on.</summary>
    public IPAddress Target { get; }

    /// <inheritdoc/>
    public override Traffic Traffic { get; } = new(420, 1_200, 0.1, TimeSpan.FromMilliseconds(200));

    /// <inheritdoc/>
    public override string Source => "the technique's validation tests (Atomic Red Team): what is run and what it leaves; its text is written here";

    /// <summary>What to simulate so that the test is all that happens: one host that it can run on, for an hour.</summary>
    /// <param name="seed">The seed of all randomness.</param>
    /// <returns>The options.</returns>
    public SimulationOptions ToOptions(int seed = 1) => new()
    {
        Seed = seed,
        Hosts = 1,
        Duration = TimeSpan.FromHours(1),
        Scenario = new Scenario { Name = Name, Adversaries = [this] },
        Organisation = new OrganisationOptions { Hosts = new Dictionary<HostRole, int> { [Role] = 1 } },
    };

    /// <inheritdoc/>
    public sealed override bool RunsOn(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Role == Role;
    }

    private protected virtual HostRole Role => HostRole.Workstation;
}
