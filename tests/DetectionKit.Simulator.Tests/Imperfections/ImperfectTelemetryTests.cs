using DetectionKit.Simulator.Imperfections;
using DetectionKit.Simulator.Writers;

namespace DetectionKit.Simulator.Tests.Imperfections;

public sealed class ImperfectTelemetryTests
{
    private static readonly SimulationOptions Perfect = new() { Seed = 9, Hosts = 40, Duration = TimeSpan.FromHours(3) };
    private static readonly ImperfectionOptions Everything = new()
    {
        DisorderShare = 0.1,
        LateShare = 0.02,
        DuplicateShare = 0.05,
        SkewedHosts = 0.2,
        GapsPerHostDay = 4,
        MissingUser = 0.03,
        MissingImage = 0.02,
        MissingCommandLine = 0.04,
        MalformedShare = 0.01,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_asked_for_changes_nothing() =>
        With(new ImperfectionOptions()).Connections().ShouldBe(Simulation.Create(Perfect).Connections());

    [Fact]
    public void The_same_seed_gives_the_same_imperfections_and_another_gives_others()
    {
        var once = With(Everything).Connections().ToArray();
        With(Everything).Connections().ShouldBe(once);
        Simulation.Create(Perfect with { Seed = 10, Imperfections = Everything }).Connections().ShouldNotBe(once);
    }

    [Fact]
    public void Disorder_moves_events_back_by_no_more_than_its_longest_and_loses_none()
    {
        var counts = new ImperfectionCounts();
        var events = With(new ImperfectionOptions { DisorderShare = 0.2, DisorderLongest = TimeSpan.FromMinutes(2) }).Events(counts).ToArray();
        var latest = DateTimeOffset.MinValue;
        var behind = new List<TimeSpan>();
        foreach (var connection in events.OfType<SimulatedConnection>())
        {
            if (connection.Occurred < latest) behind.Add(latest - connection.Occurred);
            else latest = connection.Occurred;
        }

        behind.Max().ShouldBeInRange(TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(121));
        Share(counts.Disordered, counts.Occurred).ShouldBe(0.2, 0.02);
        events.Length.ShouldBe(Simulation.Create(Perfect).Events().Count());
    }

    [Fact]
    public void Late_events_come_at_least_their_shortest_delay_after_others_of_their_time()
    {
        var counts = new ImperfectionCounts();
        var latest = DateTimeOffset.MinValue;
        var late = 0;
        foreach (var simulated in With(new ImperfectionOptions { LateShare = 0.03, LateShortest = TimeSpan.FromMinutes(20), LateLongest = TimeSpan.FromMinutes(40) }).Events(counts))
        {
            if (simulated is SimulatedProcessStart) continue;
            if (simulated.Occurred > latest) latest = simulated.Occurred;
            else if (latest - simulated.Occurred > TimeSpan.FromMinutes(19)) late++;
        }

        Share(counts.Late, counts.Occurred).ShouldBe(0.03, 0.006);
        // The end of the period leaves the last of them behind no other event.
        late.ShouldBeInRange((int)(counts.Late * 0.7), (int)counts.Late);
    }

    [Fact]
    public void Duplicates_are_the_same_event_once_more()
    {
        var counts = new ImperfectionCounts();
        var events = With(new ImperfectionOptions { DuplicateShare = 0.1 }).Events(counts).ToArray();
        var times = events.GroupBy(e => e).Select(g => g.Count()).ToArray();
        times.ShouldAllBe(n => n <= 2);
        times.Count(n => n == 2).ShouldBe((int)counts.Duplicates);
        Share(counts.Duplicates, counts.Occurred).ShouldBe(0.1, 0.01);
        counts.Delivered.ShouldBe(events.Length);
    }

    [Fact]
    public void A_skewed_clock_moves_all_times_of_its_host_by_one_amount()
    {
        var right = Simulation.Create(Perfect).Events().OfType<SimulatedConnection>().ToArray();
        var wrong = With(new ImperfectionOptions { SkewedHosts = 0.5, SkewLongest = TimeSpan.FromMinutes(5) }).Events().OfType<SimulatedConnection>().ToArray();
        var skews = right.Zip(wrong, (a, b) => (a.Process.Host.Index, Occurred: b.Occurred - a.Occurred, Reported: b.Reported - a.Reported)).ToArray();
        skews.ShouldAllBe(s => s.Occurred == s.Reported && s.Occurred.Duration() <= TimeSpan.FromMinutes(5));
        var ofHosts = skews.Select(s => (s.Index, s.Occurred)).Distinct().ToArray();
        ofHosts.Length.ShouldBe(ofHosts.Select(h => h.Index).Distinct().Count());
        ofHosts.Count(h => h.Occurred != TimeSpan.Zero).ShouldBeInRange(10, 30);
    }

    [Fact]
    public void A_gap_is_silent_and_the_rest_of_the_host_s_events_stay()
    {
        var counts = new ImperfectionCounts();
        var options = new ImperfectionOptions { GapsPerHostDay = 6, GapShortest = TimeSpan.FromMinutes(30), GapLongest = TimeSpan.FromMinutes(40) };
        var came = With(options).Events(counts).OfType<SimulatedConnection>().Select(c => c.ToNetworkConnection()).ToHashSet();
        var lost = Simulation.Create(Perfect).Connections().Where(c => !came.Contains(c)).GroupBy(c => c.Host).ToArray();
        counts.Lost.ShouldBeGreaterThan(100);
        lost.Length.ShouldBeInRange(5, 39);
        foreach (var host in lost)
        {
            var (from, to) = (host.Min(c => c.Time), host.Max(c => c.Time));
            if (to - from > TimeSpan.FromMinutes(40)) continue;
            came.Count(c => c.Host == host.Key && c.Time > from && c.Time < to).ShouldBe(0);
        }
    }

    [Fact]
    public void Missing_fields_have_their_shares_and_starts_keep_theirs()
    {
        var counts = new ImperfectionCounts();
        var events = With(new ImperfectionOptions { MissingUser = 0.3, MissingImage = 0.2, MissingCommandLine = 0.1 }).Events(counts).ToArray();
        var connections = events.OfType<SimulatedConnection>().Where(c => c.Process.IsReported).ToArray();
        Share(connections.Count(c => c.Process.Account is null), connections.Length).ShouldBe(0.3, 0.03);
        Share(connections.Count(c => c.Process.Image is null), connections.Length).ShouldBe(0.2, 0.02);
        Share(connections.Count(c => c.Process.CommandLine is null), connections.Length).ShouldBe(0.1, 0.03);
        events.OfType<SimulatedProcessStart>().ShouldAllBe(p => p.Process.Image != null);
        Share(counts.MissingFields, counts.Occurred).ShouldBe(1 - (0.7 * 0.8 * 0.9), 0.05);
    }

    [Fact]
    public async Task Malformed_lines_are_cut_off_and_everything_else_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var simulation = With(new ImperfectionOptions { MalformedShare = 0.05 });
        var written = await SimulationWriter.WriteAsync(simulation, folder.Path, cancellationToken: Cancellation);
        var lines = await File.ReadAllLinesAsync(written.EventsPath, Cancellation);
        var broken = lines.Count(l => !l.EndsWith('}'));
        Share(broken, lines.Length).ShouldBe(0.05, 0.01);
        lines.Where(l => l.EndsWith('}')).ShouldAllBe(l => IsJson(l));
        lines.Count(l => l.EndsWith('}') && l.Contains("\"NetworkConnectIP", StringComparison.Ordinal)).ShouldBe((int)written.Connections);
        written.Connections.ShouldBe(simulation.Connections().Count());
        written.Imperfections!.Malformed.ShouldBeGreaterThanOrEqualTo(broken);
    }

    [Fact]
    public void Ground_truth_counts_what_came_and_labels_all_of_it()
    {
        var simulation = With(Everything);
        var malicious = simulation.Events().OfType<SimulatedConnection>().Where(c => c.Actor.IsMalicious && !c.IsMalformed).Select(c => c.ToNetworkConnection()).ToArray();
        malicious.ShouldAllBe(c => simulation.GroundTruth.LabelOf(c)!.Malicious);
        simulation.GroundTruth.Labels.Where(l => l.Malicious).Sum(l => l.Events).ShouldBe(malicious.Length);
        simulation.GroundTruth.Description.ShouldEndWith("labels are about what came.");
        malicious.Length.ShouldNotBe((int)Simulation.Create(Perfect).GroundTruth.Labels.Where(l => l.Malicious).Sum(l => l.Events ?? 0));
    }

    private static Simulation With(ImperfectionOptions imperfections) => Simulation.Create(Perfect with { Imperfections = imperfections });

    private static double Share(long part, long whole) => part / (double)whole;

    private static bool IsJson(string line)
    {
        using var document = System.Text.Json.JsonDocument.Parse(line);
        return document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object;
    }
}
