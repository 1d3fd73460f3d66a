using System.Globalization;
using DetectionKit.Simulator.Imperfections;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator;

/// <summary>What to simulate. The same options give the same events, byte for byte, on every machine.</summary>
public sealed record SimulationOptions
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(90);

    /// <summary>The seed of all randomness.</summary>
    public required int Seed { get; init; }

    /// <summary>How many hosts the organisation has, 1 to 100,000.</summary>
    public int Hosts { get; init; } = 200;

    /// <summary>How long the simulated period is, above zero, at most 90 days.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(6);

    /// <summary>When the simulated period begins: by default Monday, 2 March 2026, 08:00 UTC, an office day.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// How busy people, builds and tests are, 0.01 to 1,000; the rhythms of protocols, vendors and adversaries do not depend on it. At 1 an
    /// organisation makes about 200 events a host and hour in office hours, and the number grows a little less than in proportion.
    /// </summary>
    public double Intensity { get; init; } = 1;

    /// <summary>Who takes part.</summary>
    public Scenario Scenario { get; init; } = Scenario.OfficeUnderAttack;

    /// <summary>What the organisation is like; null for the default one.</summary>
    public OrganisationOptions? Organisation { get; init; }

    /// <summary>What is wrong with the telemetry, on purpose; null for nothing.</summary>
    public ImperfectionOptions? Imperfections { get; init; }

    /// <summary>Checks every option.</summary>
    /// <returns>What is wrong, one message for each option that is; empty when all is well.</returns>
    public IReadOnlyList<string> Validate()
    {
        var problems = new List<string>();
        if (Hosts is < 1 or > 100_000) problems.Add($"Hosts is {Hosts}; choose 1 to 100000.");
        if (Duration <= TimeSpan.Zero || Duration > LongestDuration) problems.Add($"Duration is {Duration:c}; choose more than zero and at most 90 days.");
        if (Start.UtcDateTime.Year is < 2000 or > 2100) problems.Add($"Start is {Start:u}; choose a time from 2000 to 2100.");
        if (Intensity is not (>= 0.01 and <= 1_000)) problems.Add(string.Create(CultureInfo.InvariantCulture, $"Intensity is {Intensity}; choose 0.01 to 1000."));
        if (Organisation is { } organisation) problems.AddRange(organisation.Validate().Select(p => "Organisation: " + p));
        if (Imperfections is { } imperfections) problems.AddRange(imperfections.Validate().Select(p => "Imperfections: " + p));
        if (Scenario is null)
        {
            problems.Add("Scenario is null; choose one such as Scenario.OfficeUnderAttack.");
            return problems;
        }

        if (Scenario.Personas.Count + Scenario.Adversaries.Count == 0) problems.Add($"Scenario '{Scenario.Name}' has nobody in it; add a persona or an adversary.");
        var repeated = Scenario.Personas.GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToArray();
        if (repeated.Length > 0)
            problems.Add($"Scenario '{Scenario.Name}' has more than one persona named {string.Join(", ", repeated)}; name each differently, so that labels tell them apart.");
        return problems;
    }
}
