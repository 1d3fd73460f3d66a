using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Scenarios;

/// <summary>What the scenario adds to the office: probes, sign-ins, downloads.</summary>
public sealed class RentedServersTests
{
    private static readonly string[] s_office = [.. Scenario.OfficeUnderAttack.Personas.Select(p => p.Name)];
    private static readonly Simulation s_simulation = Make();
    private static readonly List<SimulatedEvent> s_events = [.. s_simulation.Events()];

    [Fact]
    public void Every_actor_acts_and_again_the_same_under_the_same_seed()
    {
        s_events.Select(e => e.Actor.Name).Distinct().Order().ShouldBe(["account-takeover", "administrator-downloads", "internet-noise", "password-spray", "payload-dropper", "port-scan", "user-sign-ins"]);
        Make().Events().Select(Text).ShouldBe(s_events.Select(Text));
    }

    [Fact]
    public void Port_scans_come_from_the_campaign_and_ask_20_ports_of_one_address()
    {
        var scans = Of("port-scan").Cast<SimulatedProbe>().GroupBy(probe => (probe.Actor.Campaign, probe.Process.Host.Name)).ToList();

        scans.ShouldNotBeEmpty();
        foreach (var scan in scans)
        {
            scan.Select(probe => probe.TargetPort).Distinct().Count().ShouldBe(20);
            scan.Select(probe => probe.Target).Distinct().ShouldHaveSingleItem();
            scan.Select(probe => probe.Source).Distinct().ShouldHaveSingleItem().ShouldBe(s_simulation.Campaigns.Single(campaign => campaign.Name == scan.Key.Campaign).Server);
            scan.Where(probe => probe.IsAnswered).ShouldHaveSingleItem().TargetPort.ShouldBe(443);
        }
    }

    [Fact]
    public void Sprays_try_30_accounts_in_vain_and_get_in_with_the_victims()
    {
        foreach (var spray in Of("password-spray").Cast<SimulatedSignIn>().GroupBy(signIn => signIn.Process.Host))
        {
            spray.Count().ShouldBe(31);
            spray.Select(signIn => signIn.User).Distinct().Count().ShouldBe(31);
            spray.Last().ErrorCode.ShouldBe(0);
            spray.Last().User.ShouldStartWith(spray.Key.Owner.Name + "@");
            spray.SkipLast(1).ShouldAllBe(signIn => signIn.ErrorCode == 50126);
        }
    }

    [Fact]
    public void Payloads_are_called_for_in_the_command_line_and_written_as_executable_files()
    {
        foreach (var process in Of("payload-dropper").GroupBy(e => e.Process.Id).Select(e => e.ToList()))
        {
            process.Select(e => e.GetType()).ShouldBe([typeof(SimulatedProcessStart), typeof(SimulatedConnection), typeof(SimulatedFileCreation)]);
            process[0].Process.CommandLine!.ShouldContain(((SimulatedConnection)process[1]).RemoteAddress.ToString());
            process[0].Process.CommandLine!.ShouldContain(((SimulatedFileCreation)process[2]).Path);
            ((SimulatedFileCreation)process[2]).Path.ShouldEndWith(".exe");
        }
    }

    [Fact]
    public void Labels_name_scanners_and_the_users_of_sign_ins()
    {
        var labels = s_simulation.GroundTruth.Labels;

        labels.Where(label => label.Profile == "port-scan").Select(label => label.Key!.ToString()).Distinct().Order().ShouldBe(Of("port-scan").Cast<SimulatedProbe>().Select(probe => $"scanner = {probe.Source}").Distinct().Order());
        labels.Count(label => label.Profile == "password-spray").ShouldBe(Of("password-spray").Count());
        labels.Where(label => label.Persona == "user-sign-ins").Select(label => label.Key!.ToString()).ShouldContain($"user = {s_simulation.Organisation.Hosts.First(host => host.IsPersonal).Owner.Name}@{s_simulation.Organisation.Domain}");
    }

    [Fact]
    public void A_few_people_sign_in_through_rented_servers_and_most_from_the_office()
    {
        var offices = s_simulation.Organisation.Sites.Select(site => site.PublicAddress).ToHashSet();
        var signIns = Of("user-sign-ins").OfType<SimulatedSignIn>().ToList();

        signIns.Count(signIn => offices.Contains(signIn.Address.ToString())).ShouldBeGreaterThan(signIns.Count / 2);
        signIns.Count(signIn => ProviderNetworks.Hosting.Any(network => network.Network.Contains(signIn.Address))).ShouldBeInRange(1, signIns.Count / 10);
    }

    private static IEnumerable<SimulatedEvent> Of(string actor) => s_events.Where(e => e.Actor.Name == actor);

    private static string Text(SimulatedEvent e) => $"{e.Occurred:O} {e.GetType().Name} {e.Actor.Name} {e.Process.Id}";

    private static Simulation Make() => Simulation.Create(new SimulationOptions
    {
        Seed = 5,
        Hosts = 200,
        Duration = TimeSpan.FromHours(8),
        Scenario = Scenario.RentedServers with { Personas = [.. Scenario.RentedServers.Personas.Where(p => !s_office.Contains(p.Name))], Adversaries = [.. Scenario.RentedServers.Adversaries.Skip(Scenario.OfficeUnderAttack.Adversaries.Count)] },
    });
}
