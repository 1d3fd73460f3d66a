using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<Scenario> Attacks => [Scenario.OfficeUnderAttack, Scenario.EvasiveAdversaries];

    [Theory]
    [MemberData(nameof(Attacks), DisableDiscoveryEnumeration = true)]
    public void Every_campaign_acts_and_has_addresses_of_its_own(Scenario scenario)
    {
        var simulation = Simulation.Create(new SimulationOptions { Seed = 2, Hosts = 80, Duration = TimeSpan.FromHours(8), Scenario = scenario with { Personas = [] } });
        var acting = simulation.Events().OfType<SimulatedConnection>().Select(c => c.Actor.Campaign).Distinct().Order().ToArray();
        acting.ShouldBe(simulation.Campaigns.Select(c => c.Name).Order());
        simulation.Campaigns.ShouldAllBe(c => c.Servers.Count == c.Profile.Servers);
        var addresses = simulation.Campaigns.SelectMany(c => c.Servers).ToArray();
        addresses.Distinct().Count().ShouldBe(addresses.Length);
    }

    [Fact]
    public void Every_framework_is_represented()
    {
        var names = string.Join(' ', Scenario.OfficeUnderAttack.Adversaries.Select(a => a.Name));
        foreach (var framework in (string[])["cobalt-strike", "sliver", "mythic", "havoc", "empire", "poshc2", "meterpreter", "merlin", "brute-ratel"]) names.ShouldContain(framework);
    }

    [Fact]
    public void Every_adversary_and_persona_of_the_library_takes_part_in_a_scenario()
    {
        var used = Scenario.All.SelectMany(s => s.Personas.Select(p => p.GetType()).Concat(s.Adversaries.Select(a => a.GetType()))).ToHashSet();
        typeof(Scenario).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Simulator.Personas.Persona)) || t.IsSubclassOf(typeof(AdversaryProfile))))
            .Where(t => !used.Contains(t)).ShouldBeEmpty();
    }

    [Fact]
    public void Named_finds_every_scenario_and_names_all_when_there_is_none()
    {
        Scenario.All.ShouldAllBe(scenario => ReferenceEquals(Scenario.Named(scenario.Name.ToUpperInvariant()), scenario));
        Should.Throw<ArgumentException>(() => Scenario.Named("nobody")).Message.ShouldContain("evasive-adversaries, rented-servers, quiet-office, powershell-check-in");
    }
}
