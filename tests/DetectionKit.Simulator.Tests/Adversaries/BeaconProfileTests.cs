using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Adversaries;

public sealed class BeaconProfileTests
{
    private static readonly TimeSpan CheckIn = TimeSpan.FromMilliseconds(401);

    public static TheoryData<string> Names => [.. Scenario.OfficeUnderAttack.Adversaries.OfType<BeaconProfile>().Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_ins_are_a_sleep_apart_and_use_the_profile_s_port(string name)
    {
        var profile = Scenario.OfficeUnderAttack.Adversaries.OfType<BeaconProfile>().Single(p => p.Name == name);
        var simulation = Attack(profile, TimeSpan.FromHours(30));
        foreach (var (_, connections) in Offices.ByHost(simulation))
        {
            connections.ShouldAllBe(c => c.RemotePort == profile.Port && c.RemoteAddress.Equals(simulation.Campaigns[0].Server));
            var intervals = Offices.Intervals(connections);
            intervals.ShouldNotBeEmpty();
            intervals.ShouldAllBe(i => i >= profile.ShortestSleep - TimeSpan.FromMilliseconds(1) && i <= profile.LongestSleep + CheckIn);
        }
    }

    [Fact]
    public void Jitter_fills_its_whole_range()
    {
        var profile = new SliverBeacon();
        var intervals = Offices.ByHost(Attack(profile, TimeSpan.FromHours(30))).SelectMany(h => Offices.Intervals(h.Connections)).ToArray();
        intervals.Min().ShouldBeLessThan(TimeSpan.FromSeconds(61));
        intervals.Max().ShouldBeGreaterThan(TimeSpan.FromSeconds(89));
        intervals.Average(i => i.TotalSeconds).ShouldBe(75.2, 1);
    }

    [Fact]
    public void Cobalt_Strike_s_jitter_only_shortens_the_sleep()
    {
        new CobaltStrikeBeacon().ShortestSleep.ShouldBe(TimeSpan.FromSeconds(60));
        new CobaltStrikeBeacon(25).ShortestSleep.ShouldBe(TimeSpan.FromSeconds(45));
        new CobaltStrikeBeacon(25).LongestSleep.ShouldBe(TimeSpan.FromSeconds(60));
        Should.Throw<ArgumentOutOfRangeException>(() => new CobaltStrikeBeacon(100)).Message.ShouldContain("0 to 99 %");
    }

    [Fact]
    public void A_paced_beacon_refuses_values_out_of_range()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new PacedBeacon("x", TimeSpan.Zero, 0)).Message.ShouldContain("longer than zero");
        Should.Throw<ArgumentOutOfRangeException>(() => new PacedBeacon("x", TimeSpan.FromSeconds(1), 1)).Message.ShouldContain("less than 1");
        Should.Throw<ArgumentOutOfRangeException>(() => new PacedBeacon("x", TimeSpan.FromSeconds(1), 0, 0)).Message.ShouldContain("1 to 65535");
    }

    [Fact]
    public void Meterpreter_keeps_its_connection_so_that_few_are_seen() =>
        Offices.ByHost(Attack(new MeterpreterReverseTcp(), TimeSpan.FromHours(6))).ShouldAllBe(h => h.Connections.Length >= 1 && h.Connections.Length <= 12 && h.Connections[0].RemotePort == 4444);

    [Fact]
    public void Every_profile_states_its_defaults_and_their_source() =>
        Scenario.OfficeUnderAttack.Adversaries.ShouldAllBe(p => p.Defaults.Length > 5 && p.Source.Length > 5);

    private static Simulation Attack(AdversaryProfile profile, TimeSpan duration) => Simulation.Create(new SimulationOptions
    {
        Seed = 8,
        Hosts = 300,
        Duration = duration,
        Scenario = new Scenario { Name = "one adversary", Adversaries = [profile] },
    });
}
