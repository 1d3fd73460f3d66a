namespace DetectionKit.Tests.Sequences;

public sealed class AlertsOfDetectionsTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Detection<Ping, int, NoOptions> s_inner = Detection.Define("inner", (Events<Ping> pings) => pings
        .GroupBy(p => p.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, N = w.Count() }).Where(x => x.N >= 2).Select(x => x.N));

    [Fact]
    public void Alerts_are_the_events_of_the_outer_detection_at_the_end_of_their_windows()
    {
        var alerts = Pings().Detect(new Outer()).ToList();

        alerts.Select(alert => alert.Value).ShouldBe(["inner 2 11:00", "inner 3 12:00"]);
        alerts[0].Evidence.Sample.ShouldHaveSingleItem().Fields["Id"].ShouldBe(Pings().Detect(s_inner).First().Id);
    }

    [Fact]
    public void Alerts_are_the_same_under_a_tolerance_and_one_by_one()
    {
        var expected = Pings().Detect(new Outer()).Select(alert => alert.Id).ToList();
        var run = new Outer().Start(null, new() { Disorder = Disorder.Within(TimeSpan.FromMinutes(1)) });

        var pushed = Pings().OrderBy(p => p.Time).SelectMany(run.PushEvent).ToList();
        pushed.Concat(run.Complete()).Select(alert => alert.Id).ShouldBe(expected);
    }

    [Fact]
    public void Detection_whose_alerts_are_read_twice_runs_once()
    {
        var (once, twice) = (new Outer().Start(), new Twice().Start());
        foreach (var ping in Pings())
        {
            once.PushEvent(ping);
            twice.PushEvent(ping);
        }

        once.Report.OpenGroups.ShouldBeGreaterThan(0);
        twice.Report.OpenGroups.ShouldBe(once.Report.OpenGroups);
        var alerts = twice.Complete();
        alerts.Select(alert => alert.Value).ShouldBe(["2", "-2", "3", "-3"]);
        alerts.Select(alert => alert.Id).ShouldBeUnique();
        twice.Report.Events.ShouldBe(6);
    }

    [Fact]
    public void Late_event_that_is_allowed_for_makes_an_alert_of_the_inner_detection()
    {
        var each = Detection.Define("each", (Events<Ping> pings) => pings.Select(p => p.Time.Minute));
        var run = new Over(events => events.Alerts(each).Select(a => a.Value)).Start(null, new() { Disorder = Disorder.None, AllowedLateness = TimeSpan.FromMinutes(10) });
        int[] minutes = [20, 12, 9];

        var alerts = minutes.SelectMany(minute => run.PushEvent(new Ping(s_start.AddMinutes(minute), "h", s_start))).Select(alert => alert.Value).ToList();
        alerts.AddRange(run.Complete().Select(alert => alert.Value));

        alerts.ShouldBe([12, 20]);
        run.Report.LateEvents.ShouldBe(1);
    }

    [Fact]
    public void Options_of_the_inner_detection_are_its_own()
    {
        var counts = new Counts();

        Pings().Detect(new Over(events => events.Alerts(counts, new() { Least = 3 }).Select(a => a.Value))).Select(alert => alert.Value).ShouldBe([3]);
        Pings().Detect(new Over(events => events.Alerts(counts).Select(a => a.Value))).Select(alert => alert.Value).ShouldBe([2, 3]);
    }

    [Fact]
    public void Sources_with_two_event_times_are_refused()
    {
        var exception = Should.Throw<InvalidOperationException>(() => new TwoTimes().Plan);

        exception.Message.ShouldContain("Ping has the event times");
    }

    private static IEnumerable<Ping> Pings() =>
        new[] { 1, 2, 61, 62, 63 }.Select(minute => new Ping(s_start.AddMinutes(minute), "h", s_start)).Append(new Ping(s_start.AddMinutes(5), "other", s_start));

    private sealed record Ping([property: EventTime] DateTimeOffset Time, string Host, DateTimeOffset Seen);

    private sealed class Outer : Detection<string>
    {
        public override DetectionQuery<string> Define(EventSources events) =>
            events.Alerts(s_inner).Select(a => a.Detection.Id + " " + a.Value + " " + a.Window.End.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    private sealed class Twice : Detection<string>
    {
        public override DetectionQuery<string> Define(EventSources events)
        {
            var alerts = events.Alerts(s_inner);
            return alerts.Select(a => a.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)).Merge(alerts.Select(a => (-a.Value).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private sealed class Over(Func<EventSources, DetectionQuery<int>> query) : Detection<int>
    {
        public override DetectionQuery<int> Define(EventSources events) => query(events);
    }

    private sealed class CountsOptions
    {
        public int Least { get; set; } = 2;
    }

    private sealed class Counts : Detection<Ping, int, CountsOptions>
    {
        public override DetectionQuery<int> Define(Events<Ping> events, CountsOptions o) => events
            .GroupBy(p => p.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count()).Where(n => n >= o.Least);
    }

    private sealed class TwoTimes : Detection<int>
    {
        public override DetectionQuery<int> Define(EventSources events) => events.Of<Ping>(p => p.Seen).Select(p => 1).Merge(events.Alerts(s_inner).Select(a => a.Value));
    }
}
