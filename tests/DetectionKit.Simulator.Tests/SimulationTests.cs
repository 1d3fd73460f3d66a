using System.Net.Sockets;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests;

public sealed class SimulationTests
{
    [Fact]
    public void References_no_detection() =>
        typeof(Simulation).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("DetectionKit", StringComparison.Ordinal)).ShouldBe(["DetectionKit"]);

    [Fact]
    public void Events_come_in_the_order_of_occurrence_but_for_late_reports_of_processes()
    {
        var last = DateTimeOffset.MinValue;
        foreach (var simulated in Offices.Small.Events())
        {
            if (simulated is SimulatedProcessStart && simulated.Reported - simulated.Occurred >= TimeSpan.FromSeconds(1)) continue;
            simulated.Occurred.ShouldBeGreaterThanOrEqualTo(last);
            last = simulated.Occurred;
        }
    }

    [Fact]
    public void Events_occur_within_the_period_but_for_processes_that_started_before_it()
    {
        var start = Offices.Small.Options.Start;
        var end = start + Offices.Small.Options.Duration;
        foreach (var simulated in Offices.Small.Events())
        {
            simulated.Occurred.ShouldBeLessThan(end);
            if (simulated is not SimulatedProcessStart) simulated.Occurred.ShouldBeGreaterThanOrEqualTo(start);
        }

        Offices.Small.Events().OfType<SimulatedProcessStart>().Count(p => p.Occurred < start - TimeSpan.FromDays(1)).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Reports_arrive_20_to_500_ms_after_the_connection() =>
        Offices.Small.Events().OfType<SimulatedConnection>().All(c => (c.Reported - c.Occurred).TotalMilliseconds is >= 20 and <= 500).ShouldBeTrue();

    [Fact]
    public void Some_processes_are_reported_seconds_after_their_first_connection()
    {
        var connected = new HashSet<SimulatedProcess>();
        var late = 0;
        foreach (var simulated in Offices.Small.Events())
        {
            if (simulated is SimulatedConnection) connected.Add(simulated.Process);
            if (simulated is SimulatedProcessStart && connected.Contains(simulated.Process)) late++;
        }

        late.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Every_process_that_connects_is_reported_once_or_was_never_seen_to_start()
    {
        var reports = new Dictionary<SimulatedProcess, int>();
        var connecting = new HashSet<SimulatedProcess>();
        foreach (var simulated in Offices.Small.Events())
        {
            if (simulated is SimulatedProcessStart) reports[simulated.Process] = reports.GetValueOrDefault(simulated.Process) + 1;
            else connecting.Add(simulated.Process);
        }

        foreach (var process in connecting) reports.GetValueOrDefault(process).ShouldBe(process.IsReported ? 1 : 0);
        connecting.Count(p => !p.IsReported).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Process_ids_are_unique_on_a_host_and_use_all_64_bits()
    {
        var processes = Connecting();
        processes.Select(p => (p.Host, p.Id)).Distinct().Count().ShouldBe(processes.Count);
        processes.Count(p => p.Id > long.MaxValue).ShouldBeGreaterThan(processes.Count / 4);
    }

    [Fact]
    public void Some_fields_are_missing_and_both_address_families_occur()
    {
        var connections = Offices.Small.Connections().ToArray();
        connections.Count(c => c.User is null && c.Image is not null).ShouldBeGreaterThan(0);
        connections.Count(c => c.CommandLine is null && c.Image is not null).ShouldBeGreaterThan(0);
        connections.Count(c => c.Image is null).ShouldBeGreaterThan(0);
        connections.ShouldAllBe(c => c.Host != null);
        var over6 = connections.Count(c => c.RemoteAddress.AddressFamily == AddressFamily.InterNetworkV6);
        over6.ShouldBeInRange(connections.Length / 50, connections.Length / 2);
    }

    [Fact]
    public void Command_lines_and_destinations_have_many_values()
    {
        var connections = Offices.Small.Connections().ToArray();
        connections.Select(c => c.CommandLine).Distinct().Count().ShouldBeGreaterThan(200);
        connections.Select(c => c.RemoteAddress).Distinct().Count().ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Intensity_makes_people_busier_and_leaves_vendor_rhythms_alone()
    {
        var options = Offices.Small.Options with { Scenario = Scenario.QuietOffice, Duration = TimeSpan.FromHours(2) };
        var calm = Counts(options);
        var busy = Counts(options with { Intensity = 4 });
        busy["browser"].ShouldBeGreaterThan(calm["browser"] * 2);
        busy["monitoring-agent"].ShouldBe(calm["monitoring-agent"]);
        busy["time-sync"].ShouldBe(calm["time-sync"]);
    }

    [Fact]
    public void A_single_host_is_enough()
    {
        var simulation = Simulation.Create(new SimulationOptions { Seed = 5, Hosts = 1, Duration = TimeSpan.FromHours(1) });
        simulation.Campaigns.SelectMany(c => c.Victims).ShouldAllBe(v => v.Host == simulation.Organisation.Hosts[0]);
        simulation.Connections().ShouldNotBeEmpty();
    }

    [Fact]
    public void A_start_in_another_zone_is_the_same_instant()
    {
        var utc = Offices.Small.Options with { Hosts = 5, Duration = TimeSpan.FromMinutes(30) };
        var elsewhere = Simulation.Create(utc with { Start = utc.Start.ToOffset(TimeSpan.FromHours(3)) });
        elsewhere.Connections().ShouldBe(Simulation.Create(utc).Connections());
    }

    private static List<SimulatedProcess> Connecting() => [.. Offices.Small.Events().OfType<SimulatedConnection>().Select(c => c.Process).Distinct()];

    private static Dictionary<string, int> Counts(SimulationOptions options) =>
        Simulation.Create(options).Events().OfType<SimulatedConnection>().GroupBy(c => c.Actor.Name).ToDictionary(g => g.Key, g => g.Count());
}
