using DetectionKit.Simulator.Personas;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Personas;

/// <summary>Each persona does what its description says.</summary>
public sealed class RhythmTests
{
    public static TheoryData<string> Names => [.. Scenario.OfficeUnderAttack.Personas.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_persona_states_its_rhythm_and_source_and_does_something(string name)
    {
        var persona = Scenario.OfficeUnderAttack.Personas.Single(p => p.Name == name);
        persona.Rhythm.Length.ShouldBeGreaterThan(10);
        persona.Source.Length.ShouldBeGreaterThanOrEqualTo("assumption".Length);
        Offices.With(persona).Connections().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("endpoint-security-agent", 27, 33)]
    [InlineData("monitoring-agent", 120, 120.5)]
    public void Pollers_keep_their_period(string name, double least, double greatest)
    {
        var persona = Scenario.OfficeUnderAttack.Personas.Single(p => p.Name == name);
        foreach (var (_, connections) in Offices.ByHost(Offices.With(persona))) ShouldLie(Offices.Intervals(connections), least, greatest);
    }

    [Fact]
    public void TimeSync_polls_at_one_power_of_two_a_host()
    {
        foreach (var (host, connections) in Offices.ByHost(Offices.With(new TimeSync())))
        {
            connections.ShouldAllBe(c => c.RemotePort == 123 && c.Protocol == 17);
            var servers = connections.Select(c => c.Occurred).Distinct().ToArray();
            (connections.Length / servers.Length).ShouldBe(host.IsWindows ? 1 : 4);
            var intervals = servers.Zip(servers.Skip(1), (a, b) => b - a).ToArray();
            var poll = new[] { 64, 128, 256, 512, 1_024 }.MinBy(p => Math.Abs(intervals[0].TotalSeconds - p));
            ShouldLie(intervals, poll * 0.98, poll * 1.02);
        }
    }

    [Fact]
    public void SoftwareUpdater_checks_every_5_hours_and_at_most_10_minutes_late()
    {
        foreach (var host in Offices.With(new SoftwareUpdater(), hours: 48).Events().OfType<SimulatedProcessStart>().GroupBy(p => p.Process.Host))
        {
            var times = host.Select(p => p.Occurred).Order().ToArray();
            ShouldLie([.. times.Zip(times.Skip(1), (a, b) => b - a)], 5 * 3600, 5 * 3600 + 600);
        }
    }

    [Fact]
    public void BackupClient_runs_once_an_hour_with_5_to_40_connections()
    {
        var simulation = Offices.With(new BackupClient(), hours: 10);
        var end = simulation.Options.Start + simulation.Options.Duration;
        foreach (var run in simulation.Events().OfType<SimulatedConnection>().GroupBy(c => c.Process))
        {
            // The end of the period cuts the runs that it finds at work.
            run.Count().ShouldBeInRange(end - run.First().Occurred > TimeSpan.FromMinutes(5) ? 5 : 1, 40);
            (run.Last().Occurred - run.First().Occurred).ShouldBeLessThan(TimeSpan.FromSeconds(40 * 7));
        }

        foreach (var host in simulation.Events().OfType<SimulatedProcessStart>().GroupBy(p => p.Process.Host))
        {
            var times = host.Select(p => p.Occurred).Order().ToArray();
            ShouldLie([.. times.Zip(times.Skip(1), (a, b) => b - a)], 3600 - 30, 3600 + 30);
        }
    }

    [Fact]
    public void SourceControlFetch_waits_180_s_after_each_fetch_with_one_command_line_a_host()
    {
        foreach (var (host, connections) in Offices.ByHost(Offices.With(new SourceControlFetch(), hours: 8)))
        {
            var working = connections.Where(c => host.WorkDay.Contains(c.Occurred, host.Site.UtcOffset)).ToArray();
            ShouldLie(Offices.Intervals(working), 181, 186.1);
            connections.Select(c => c.Process.CommandLine).OfType<string>().Distinct().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void MailClient_looks_for_mail_every_10_minutes()
    {
        foreach (var (_, connections) in Offices.ByHost(Offices.With(new MailClient(), hours: 5)))
        {
            var checks = connections.Where(c => c.RemotePort == 993).ToArray();
            checks.Length.ShouldBeGreaterThan(2);
            Offices.Intervals(checks).ShouldAllBe(i => i == TimeSpan.Zero || i == TimeSpan.FromMinutes(10));
        }
    }

    [Fact]
    public void Browser_opens_sessions_within_office_hours_only()
    {
        var sessions = Offices.With(new Browser(), hours: 72).Events().OfType<SimulatedProcessStart>().ToArray();
        sessions.ShouldAllBe(s => s.Process.Host.WorkDay.Contains(s.Occurred.AddMilliseconds(1), s.Process.Host.Site.UtcOffset));
        sessions.Select(s => s.Occurred.Date).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Browser_is_bursty()
    {
        var (_, connections) = Offices.ByHost(Offices.With(new Browser(), hours: 8)).MaxBy(h => h.Connections.Length);
        var intervals = Offices.Intervals(connections);
        var share = intervals.Count(i => i < TimeSpan.FromSeconds(0.5)) / (double)intervals.Length;
        share.ShouldBeInRange(0.6, 0.95);
        intervals.Count(i => i > TimeSpan.FromSeconds(20)).ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("chat-client", 1, 4)]
    [InlineData("package-manager", 15, 90)]
    public void Bursts_have_their_size(string name, int least, int greatest)
    {
        var persona = Scenario.OfficeUnderAttack.Personas.Single(p => p.Name == name);
        foreach (var (_, connections) in Offices.ByHost(Offices.With(persona, hours: 4)))
        {
            var sizes = new List<int>();
            SimulatedConnection? last = null;
            foreach (var connection in connections)
            {
                // Chat: within 2 s of the last; packages: of one process.
                var same = sizes.Count > 0 && (name == "package-manager" ? connection.Process == last!.Process : connection.Occurred - last!.Occurred <= TimeSpan.FromSeconds(2));
                if (same) sizes[^1]++;
                else sizes.Add(1);
                last = connection;
            }

            // Two pauses shorter than the gap within a burst can join bursts; the end of the period can cut the last.
            sizes.SkipLast(1).ShouldAllBe(n => n >= least && n <= greatest * 3);
            sizes.Count(n => n <= greatest).ShouldBeGreaterThanOrEqualTo(sizes.Count * 9 / 10);
        }
    }

    [Fact]
    public void TestFramework_runs_1_to_5_minutes_against_at_most_three_ports()
    {
        foreach (var run in Offices.With(new TestFramework()).Events().OfType<SimulatedConnection>().GroupBy(c => c.Process))
        {
            (run.Last().Occurred - run.First().Occurred).ShouldBeLessThan(TimeSpan.FromMinutes(5));
            run.Select(c => c.RemotePort).Distinct().Except([443, 8080, 8443]).ShouldBeEmpty();
        }
    }

    [Fact]
    public void DnsServer_asks_nine_roots_17_to_20_times_an_episode()
    {
        var simulation = Offices.With(new DnsServer());
        simulation.Organisation.Hosts.Count(h => h.Role == HostRole.DomainController).ShouldBe(1);
        var connections = simulation.Events().OfType<SimulatedConnection>().ToArray();
        connections.Select(c => c.RemoteAddress).Distinct().Count().ShouldBe(9);
        connections.ShouldAllBe(c => c.RemotePort == 53);
        connections.GroupBy(c => c.RemoteAddress).Max(g => g.Count()).ShouldBeGreaterThanOrEqualTo(17);
        ShouldLie(Offices.Intervals(connections.Take(9 * 17)), 0.099, 8.001);
    }

    [Fact]
    public void FalconSensor_reconnects_about_once_in_50_minutes()
    {
        var simulation = Offices.With(new FalconSensor(), hours: 48);
        var perHost = simulation.Connections().Count() / 200.0;
        perHost.ShouldBeInRange(48 * 60 / 50 * 0.9, 48 * 60 / 50 * 1.1);
    }

    private static void ShouldLie(TimeSpan[] intervals, double leastSeconds, double greatestSeconds)
    {
        // A millisecond either way: events are stamped in whole milliseconds.
        intervals.ShouldAllBe(i => i.TotalSeconds >= leastSeconds - 0.001 && i.TotalSeconds <= greatestSeconds + 0.001);
    }
}
