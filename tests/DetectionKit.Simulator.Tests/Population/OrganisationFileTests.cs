using System.Text;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Population;

public sealed class OrganisationFileTests
{
    private const string Whole = """
        {
          "name": "Contoso",
          "domain": "contoso.example",
          "hosts": { "workstation": 60, "developerWorkstation": 20, "linuxServer": 15, "domainController": 5 },
          "users": 50,
          "sites": [ { "city": "Berlin", "utcOffset": "+01:00", "share": 3 }, { "city": "Denver", "utcOffset": "-07:00" } ],
          "officeHours": { "earliestBegin": "06:00:00", "latestBegin": "06:30:00", "shortest": "04:00:00", "longest": "05:00:00" },
          "software": { "docker-desktop": { "developerWorkstation": 1 }, "browser": { "workstation": 0 } },
          "destinations": { "cdn": 1, "residential": 3 },
          "services": [ { "domain": "github.com", "provider": "Vultr", "addresses": 3 } ]
        }
        """;

    [Fact]
    public void An_organisation_is_as_its_file_says()
    {
        var simulation = Simulate(Parse(Whole), hosts: 200);
        var organisation = simulation.Organisation;
        (organisation.Name, organisation.Domain).ShouldBe(("Contoso", "contoso.example"));
        organisation.Hosts.CountBy(h => h.Role).OrderBy(c => c.Key).Select(c => c.Value).ShouldBe([120, 40, 10, 30]);
        organisation.Hosts.Where(h => h.IsPersonal).Select(h => h.Owner).Distinct().Count().ShouldBe(50);
        organisation.Sites.Select(s => (s.City, s.UtcOffset.TotalHours)).ShouldBe([("Berlin", 1), ("Denver", -7)]);
        (organisation.Hosts.Count(h => h.Site.City == "Berlin") / 200.0).ShouldBe(0.75, 0.1);
        organisation.Hosts.ShouldAllBe(h => h.WorkDay.Begin >= TimeSpan.FromHours(6) && h.WorkDay.Begin <= TimeSpan.FromHours(6.5) && h.WorkDay.End <= TimeSpan.FromHours(11.5));
        organisation.Destinations.Sites.Select(s => s.Kind).Distinct().Order().ShouldBe([DestinationKind.Cdn, DestinationKind.Residential]);
        (organisation.Destinations.Sites.Count(s => s.Kind == DestinationKind.Residential) / (double)organisation.Destinations.Sites.Count).ShouldBe(0.75, 0.05);
        organisation.Destinations.Find("github.com")!.Addresses.ShouldAllBe(a => ProviderNetworks.Vultr.Network.Contains(a));
    }

    [Fact]
    public void Software_runs_on_the_shares_of_roles_that_the_file_gives()
    {
        var running = Simulate(Parse(Whole), hosts: 200).Events().OfType<SimulatedProcessStart>().ToLookup(p => p.Actor.Name, p => p.Process.Host);
        running["docker-desktop"].Distinct().Count().ShouldBe(40);
        running["browser"].ShouldAllBe(h => h.Role == HostRole.DeveloperWorkstation);
    }

    [Fact]
    public void An_empty_file_is_the_default_organisation() =>
        Simulate(Parse("{}"), hosts: 60).Connections().ShouldBe(Simulate(null, hosts: 60).Connections());

    [Fact]
    public void Parse_names_every_problem_with_its_line_and_the_nearest_name()
    {
        var problems = Should.Throw<InvalidDataException>(() => Parse("""
            {
              "hosts": { "workstations": 5 },
              "software": { "docker": { "workstation": 0.5 } },
              "sites": [ { "city": "Oslo", "utcOffset": "CET" } ],
              "services": [ { "domain": "a.example", "provider": "Nobody" } ],
              "users": 0
            }
            """)).Message.Split('\n');
        problems.ShouldBe(
        [
            "org.json, line 2, $.hosts.workstations: there is no such field; the nearest one is 'workstation', and there are workstation, developerWorkstation, windowsServer, domainController, linuxServer.",
            "org.json, line 6, $.users: write a whole number from 1 to 100000 in place of 0.",
            "org.json, line 4, $.sites[0].utcOffset: write a time from \"-14:00:00\" to \"14:00:00\", as \"01:30:00\" or \"1.12:00:00\", in place of \"CET\".",
            problems.Single(p => p.StartsWith("org.json, line 3, $.software.docker: there is no such field; the nearest one is '", StringComparison.Ordinal)),
            problems.Single(p => p.StartsWith("org.json, line 1, $: The service a.example stands at 'Nobody', which is not known; choose one of Google, ", StringComparison.Ordinal)),
        ], ignoreOrder: true);
    }

    [Fact]
    public void Software_on_a_role_that_it_does_not_run_on_is_refused()
    {
        var options = Parse("""{ "software": { "package-mirror": { "workstation": 0.5 } } }""");
        Should.Throw<ArgumentException>(() => Simulate(options, hosts: 60)).Message.ShouldStartWith("Organisation: package-mirror does not run on Workstation; leave it out.");
    }

    [Fact]
    public void Validate_names_every_option_out_of_range()
    {
        var wrong = new OrganisationOptions
        {
            Hosts = new Dictionary<HostRole, int> { [HostRole.Workstation] = -1 },
            Users = 0,
            Sites = [new SiteOptions("", TimeSpan.FromHours(15), 0)],
            OfficeHours = new OfficeHours(TimeSpan.FromHours(9), TimeSpan.FromHours(8), TimeSpan.FromHours(8), TimeSpan.FromHours(9)),
            Destinations = new Dictionary<DestinationKind, double> { [DestinationKind.Internal] = 1, [DestinationKind.Cdn] = -1 },
            Services = [new ServiceOptions("a.example", "OVH", 0)],
        };
        wrong.Validate().Count.ShouldBe(9);
        new OrganisationOptions().Validate().ShouldBeEmpty();
    }

    private static OrganisationOptions Parse(string json) => OrganisationFile.Parse(Encoding.UTF8.GetBytes(json), "org.json");

    private static Simulation Simulate(OrganisationOptions? organisation, int hosts) => Simulation.Create(new SimulationOptions
    {
        Seed = 5,
        Hosts = hosts,
        Duration = TimeSpan.FromHours(6),
        Organisation = organisation,
        Scenario = Scenario.QuietOffice,
    });
}
