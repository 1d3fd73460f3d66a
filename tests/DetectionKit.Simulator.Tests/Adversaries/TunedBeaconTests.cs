using System.Net;
using DetectionKit.Simulator.Adversaries;
using DetectionKit.Simulator.Population;
using DetectionKit.Simulator.Scenarios;

namespace DetectionKit.Simulator.Tests.Adversaries;

public sealed class TunedBeaconTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Quota_makes_exactly_so_many_connections_in_every_full_window()
    {
        foreach (var (_, connections) in Attack(new BeaconKnobs { Quota = new WindowQuota(11, Hour) }, hours: 20))
        {
            var windows = connections.GroupBy(c => c.Occurred.UtcTicks / Hour.Ticks).Select(g => g.Count()).ToArray();
            windows.Skip(1).SkipLast(1).ShouldAllBe(n => n == 11);
            windows.ShouldAllBe(n => n <= 11);
        }
    }

    [Fact]
    public void Edge_bursts_put_as_many_before_an_edge_as_after_it_and_no_more_in_any_window()
    {
        foreach (var (_, connections) in Attack(new BeaconKnobs { EdgeBursts = new EdgeBursts(11, Hour, TimeSpan.FromMinutes(10)) }, hours: 20))
        {
            connections.GroupBy(c => c.Reported.UtcTicks / Hour.Ticks).ShouldAllBe(g => g.Count() <= 11);
            var within = connections.Select(c => c.Occurred.UtcTicks % Hour.Ticks).ToArray();
            within.ShouldAllBe(t => t < TimeSpan.FromMinutes(10).Ticks || t >= TimeSpan.FromMinutes(50).Ticks);
            // A window of the same length that stands across the edge holds both sides.
            connections.GroupBy(c => (c.Occurred.UtcTicks + Hour.Ticks / 2) / Hour.Ticks).Max(g => g.Count()).ShouldBe(22);
        }
    }

    [Fact]
    public void Working_hours_only_leaves_nights_and_weekends_silent()
    {
        foreach (var (host, connections) in Attack(new BeaconKnobs { WorkingHoursOnly = true }, hours: 24 * 8))
        {
            connections.ShouldAllBe(c => host.WorkDay.Contains(c.Occurred.AddMilliseconds(1), host.Site.UtcOffset));
            connections.Select(c => c.Occurred.DayOfYear).Distinct().Count().ShouldBeGreaterThanOrEqualTo(5);
        }
    }

    [Fact]
    public void Quiet_periods_may_go_past_midnight()
    {
        var quiet = new QuietPeriod(TimeSpan.FromHours(22), TimeSpan.FromHours(6));
        foreach (var (host, connections) in Attack(new BeaconKnobs { QuietPeriods = [quiet] }, hours: 60))
        {
            var hours = connections.Select(c => (c.Occurred + host.Site.UtcOffset).Hour).Distinct().ToArray();
            hours.ShouldAllBe(h => h >= 6 && h < 22);
            hours.Length.ShouldBe(16);
        }
    }

    [Fact]
    public void Round_robin_calls_every_redirector_as_often()
    {
        foreach (var (_, connections) in Attack(new BeaconKnobs { Redirectors = 5 }, hours: 12))
        {
            var counts = connections.GroupBy(c => c.RemoteAddress).Select(g => g.Count()).ToArray();
            counts.Length.ShouldBe(5);
            (counts.Max() - counts.Min()).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void Random_order_calls_every_redirector_in_no_fixed_order()
    {
        foreach (var (_, connections) in Attack(new BeaconKnobs { Redirectors = 5, Order = RedirectorOrder.Random }, hours: 12))
        {
            connections.Select(c => c.RemoteAddress).Distinct().Count().ShouldBe(5);
            connections.Zip(connections.Skip(1), (a, b) => a.RemoteAddress.Equals(b.RemoteAddress)).ShouldContain(true);
        }
    }

    [Fact]
    public void Rotation_keeps_an_address_for_its_time_and_looks_up_a_new_name_for_each()
    {
        var simulation = Simulate(new BeaconKnobs { Redirectors = 4, Order = RedirectorOrder.Rotation, RotateEvery = Hour }, hours: 12);
        foreach (var victim in simulation.Events().Where(e => e is not SimulatedProcessStart).GroupBy(e => e.Process.Host))
        {
            var names = victim.OfType<SimulatedDnsRequest>().Select(d => d.DomainName).ToArray();
            names.Length.ShouldBeGreaterThanOrEqualTo(9);
            names.Distinct().Count().ShouldBe(names.Length);
            var changes = new List<DateTimeOffset>();
            IPAddress? last = null;
            foreach (var connection in victim.OfType<SimulatedConnection>().Where(c => !c.RemoteAddress.Equals(last)))
            {
                last = connection.RemoteAddress;
                changes.Add(connection.Occurred);
            }

            changes.Count.ShouldBe(names.Length);
            changes.Zip(changes.Skip(1), (a, b) => b - a).ShouldAllBe(d => d > TimeSpan.FromMinutes(58) && d < TimeSpan.FromMinutes(62));
        }
    }

    [Fact]
    public void Tasking_adds_bursts_to_the_check_ins()
    {
        var knobs = new BeaconKnobs { Interval = TimeSpan.FromMinutes(5), Tasking = new TaskingBursts(TimeSpan.FromMinutes(30), 20, 40, TimeSpan.FromSeconds(2)) };
        foreach (var (_, connections) in Attack(knobs, hours: 24))
        {
            var quick = Offices.Intervals(connections).Count(i => i <= TimeSpan.FromSeconds(2));
            quick.ShouldBeGreaterThan(connections.Length / 2);
            Offices.Intervals(connections).Where(i => i > TimeSpan.FromSeconds(2.5)).ShouldAllBe(i => i <= TimeSpan.FromSeconds(301));
        }
    }

    [Fact]
    public void A_masquerade_shows_its_own_process_and_ground_truth_still_knows_it()
    {
        var simulation = Simulate(new BeaconKnobs { Masquerade = new Masquerade(@"C:\OneDrive.exe", "onedrive", "explorer.exe") }, hours: 6);
        simulation.Connections().Where(c => c.Image is not null).ShouldAllBe(c => c.Image == @"C:\OneDrive.exe");
        simulation.Connections().ShouldAllBe(c => simulation.GroundTruth.LabelOf(c)!.Malicious);
    }

    [Fact]
    public void Wrong_knobs_are_all_named_at_once()
    {
        var knobs = new BeaconKnobs
        {
            Interval = TimeSpan.Zero,
            Redirectors = 51,
            Quota = new WindowQuota(0, Hour),
            EdgeBursts = new EdgeBursts(1, Hour, Hour),
            Tasking = new TaskingBursts(Hour, 5, 4, Hour),
            QuietPeriods = [new QuietPeriod(Hour, Hour)],
            RotateEvery = TimeSpan.Zero,
        };
        var message = Should.Throw<ArgumentException>(() => new TunedBeacon("x", new SliverBeacon(), knobs)).Message;
        foreach (var part in (string[])["Interval is", "Redirectors is 51", "Quota is", "EdgeBursts is", "Tasking is", "quiet period", "RotateEvery is", "leave one out"]) message.ShouldContain(part);
        new BeaconKnobs { Jitter = JitterLaw.None }.Validate().Single().ShouldStartWith("Jitter is set");
        new BeaconKnobs().Validate().ShouldBeEmpty();
    }

    private static IEnumerable<(Host Host, SimulatedConnection[] Connections)> Attack(BeaconKnobs knobs, double hours)
    {
        var attacked = Offices.ByHost(Simulate(knobs, hours)).ToArray();
        attacked.ShouldNotBeEmpty();
        return attacked;
    }

    private static Simulation Simulate(BeaconKnobs knobs, double hours) => Simulation.Create(new SimulationOptions
    {
        Seed = 8,
        Hosts = 300,
        Duration = TimeSpan.FromHours(hours),
        Scenario = new Scenario { Name = "one adversary", Adversaries = [new TunedBeacon("tuned", new CobaltStrikeBeacon(), knobs)] },
    });
}
