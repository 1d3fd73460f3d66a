using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.State;

public sealed class StateLimitsTests
{
    private static readonly Detection<Beat, string, NoOptions> s_perHost = Detection.Define<Beat, string>("per-host", events => events
        .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key + w.Count()));

    private static readonly IReadOnlyList<Beat> s_beats = [.. new[] { "A", "B", "A", "C" }.Select((host, i) => new Beat(Beat.Ten.AddMinutes(i), host))];

    [Fact]
    public void MaxGroups_shed_oldest_drops_the_group_whose_last_event_is_the_oldest()
    {
        var report = new RunReport();

        s_beats.Detect(s_perHost, settings: new() { Limits = new() { MaxGroups = 2 } }, report: report).Select(alert => alert.Value).ShouldBe(["A2", "C1"]);

        (report.ShedGroups, report.RefusedEvents).ShouldBe((1, 0));
    }

    [Fact]
    public void MaxGroups_refuse_lets_known_groups_go_on()
    {
        var report = new RunReport();
        var limits = new StateLimits { MaxGroups = 2, Policy = StateLimitPolicy.Refuse };

        s_beats.Detect(s_perHost, settings: new() { Limits = limits }, report: report).Select(alert => alert.Value).ShouldBe(["A2", "B1"]);

        (report.ShedGroups, report.RefusedEvents).ShouldBe((0, 1));
    }

    [Fact]
    public void MaxDistinctValues_holds_the_count_at_the_limit_and_counts_what_is_refused()
    {
        var report = new RunReport();
        var hosts = Detection.Define<Beat, int>("hosts", events => events.Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.CountDistinct(b => b.Host)));

        s_beats.Detect(hosts, settings: new() { Limits = new() { MaxDistinctValues = 2 } }, report: report).ToList().ShouldHaveSingleItem().Value.ShouldBe(2);

        report.RefusedDistinctValues.ShouldBe(1);
    }

    [Fact]
    public void State_of_several_aggregates_is_that_of_each_and_each_knows_the_limits()
    {
        var report = new RunReport();
        var two = Detection.Define("two", (Events<Beat> events) => events.Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { Hosts = w.CountDistinct(b => b.Host), Minutes = w.CountDistinct(b => b.Time) }));
        var one = Detection.Define("one", (Events<Beat> events) => events.Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.CountDistinct(b => b.Host)));
        Beat[] beats = [.. Enumerable.Range(0, 50).Select(i => new Beat(Beat.Ten.AddSeconds(i), $"host {i}"))];
        var settings = new RunSettings { Disorder = Disorder.None, Limits = new() { MaxDistinctValues = 40 } };
        var (ofTwo, ofOne) = (two.Start(settings: settings, report: report), one.Start(settings: settings));
        foreach (var beat in beats)
        {
            ofTwo.PushEvent(beat);
            ofOne.PushEvent(beat);
        }

        ofTwo.Report.StateBytes.ShouldBeGreaterThan(ofOne.Report.StateBytes + 1_000);
        ofTwo.Complete().ShouldHaveSingleItem().Value.ShouldSatisfyAllConditions(value => value.Hosts.ShouldBe(40), value => value.Minutes.ShouldBe(40));
        report.RefusedDistinctValues.ShouldBe(20);
    }

    [Fact]
    public void State_is_given_up_when_all_windows_have_closed()
    {
        var report = new RunReport();
        var run = s_perHost.Start(settings: new() { Disorder = Disorder.None }, report: report);
        foreach (var beat in s_beats) run.PushEvent(beat);
        report.OpenGroups.ShouldBe(3);
        report.StateBytes.ShouldBeGreaterThan(0);

        run.AdvanceWatermark(Beat.Ten.AddHours(1)).Count.ShouldBe(3);

        (report.OpenGroups, report.StateBytes).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData(0, 1 << 20, 1)]
    [InlineData(1, 100, 1)]
    [InlineData(1, 1 << 20, 0)]
    public void Limit_out_of_range_is_refused_at_the_start(int groups, long bytes, int values) =>
        Should.Throw<ArgumentOutOfRangeException>(() => s_beats.Detect(s_perHost, settings: new() { Limits = new() { MaxGroups = groups, MaxBytes = bytes, MaxDistinctValues = values } }));
}
