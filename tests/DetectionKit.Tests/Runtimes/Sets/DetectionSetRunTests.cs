using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Runtimes.Sets;

public sealed class DetectionSetRunTests
{
    private static readonly DateTimeOffset s_start = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void States_of_detections_that_differ_behind_their_aggregates_are_one()
    {
        var run = new DetectionSet
        {
            Counting("a", (counted, o) => counted.Where(c => c.N >= o.Min)),
            { Counting("b", (counted, o) => counted.Where(c => c.N >= o.High)), new FlowOptions { High = 9 } },
            Counting("c", (counted, o) => counted.Suppress(c => c.Host, () => TimeSpan.FromHours(2))),
        }.Start();
        run.States.ShouldBe(1);
    }

    [Fact]
    public void States_under_other_options_of_filter_key_window_or_aggregate_are_their_own()
    {
        var run = new DetectionSet
        {
            Counting("a"),
            { Counting("b"), new FlowOptions { Networks = NetworkSet.Of("10.0.0.0/8") } },
            { Counting("c"), new FlowOptions { Window = TimeSpan.FromMinutes(5) } },
            Of("d", (events, o) => events.Where(c => !o.Networks.Contains(c.Address)).GroupBy(c => new { c.User }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { N = w.Count(), Ports = w.CountDistinct(c => c.Port) })),
            Of("e", (events, o) => events.Where(c => !o.Networks.Contains(c.Address)).GroupBy(c => new { c.Host }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { N = w.Count(), Ports = w.CountDistinct(c => c.Bytes) })),
            Of("f", (events, o) => events.GroupBy(c => new { c.Host }).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { N = w.Count(), Ports = w.CountDistinct(c => c.Port) })),
        }.Start();
        run.States.ShouldBe(6);
    }

    [Fact]
    public void States_of_equal_values_in_options_of_other_classes_are_one()
    {
        var run = new DetectionSet { Counting("a"), new OtherCounting() }.Start();
        run.States.ShouldBe(1);
    }

    [Fact]
    public void Report_counts_an_event_a_late_one_and_a_group_once_for_those_that_share()
    {
        var run = new DetectionSet { Counting("a"), Counting("b"), Counting("c") }.Start(new() { Disorder = Disorder.None });
        run.PushEvent(At(0));
        run.PushEvent(At(61));
        run.PushEvent(At(5));
        (run.Report.Events, run.Report.LateEvents, run.Report.OpenGroups, run.Report.Alerts).ShouldBe((3, 1, 1, 3));
    }

    [Fact]
    public void Alerts_due_at_once_stand_in_the_order_of_the_set_and_others_by_time()
    {
        var set = new DetectionSet
        {
            { Counting("long"), new FlowOptions { Window = TimeSpan.FromMinutes(120) } },
            Of("each", (events, _) => events.Where(c => c.Port == 443)),
            Counting("short"),
        };
        var alerts = new[] { At(0), At(70) }.Detect(set).Select(alert => alert.Detection.Id);
        alerts.ShouldBe(["each", "short", "each", "long", "short"]);
    }

    [Fact]
    public void Push_of_events_that_none_reads_throws()
    {
        var run = new DetectionSet { Counting("a") }.Start();
        Should.Throw<ArgumentException>(() => run.PushEvent("event")).Message.ShouldBe("No detection of the set reads String; they read Flow.");
    }

    [Theory]
    [InlineData(AlertTrigger.AtClose)]
    [InlineData(AlertTrigger.Early)]
    public void Handler_that_throws_loses_no_alert_and_no_event_of_the_others(AlertTrigger trigger)
    {
        var report = new RunReport();
        report.Late += _ => throw new TimeoutException("from the handler");
        var run = new DetectionSet { Counting("a"), { Counting("b"), new FlowOptions { Window = TimeSpan.FromMinutes(120) } } }
            .Start(new() { Disorder = Disorder.None, Trigger = trigger }, report);
        var batch = new ObjectBatch<Flow>([At(0), At(61), At(5), At(121)]);
        Should.Throw<TimeoutException>(() => run.Push(batch)).Message.ShouldBe("from the handler");
        var kept = run.Complete();
        kept.ShouldContain(alert => alert.Detection.Id == "a" && alert.Window.Start == s_start);
        kept.Last(alert => alert.Detection.Id == "b" && alert.Window.Start == s_start).Evidence.Last.ShouldBe(s_start.AddMinutes(61));
    }

    [Fact]
    public void Report_counts_what_followers_hold_and_its_watermark_is_that_of_the_events()
    {
        var run = new DetectionSet { Counting("a"), Counting("b", (counted, _) => counted.Suppress(c => c.Host, () => TimeSpan.FromHours(9))) }.Start(new() { Disorder = Disorder.None });
        run.PushEvent(At(0));
        run.PushEvent(At(61));
        (run.Report.OpenGroups, run.Report.Watermark).ShouldBe((2, s_start.AddMinutes(61)));
        run.Complete();
        run.Report.Watermark.ShouldBeNull();
    }

    [Fact]
    public void Start_of_an_empty_set_throws() => Should.Throw<InvalidOperationException>(() => new DetectionSet().Start());

    [Fact]
    public void Complete_ends_the_run()
    {
        var run = new DetectionSet { Counting("a"), Counting("b") }.Start();
        run.PushEvent(At(0));
        run.Complete().Count.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => run.PushEvent(At(1)));
    }

    private static Flow At(int minutes) =>
        new(s_start.AddMinutes(minutes), "h", "u", System.Net.IPAddress.Parse("192.0.2.1"), 443, 1, 1, 1, FlowKind.Tcp, Guid.Empty, s_start);

    private static FlowDetection<Counted> Counting(string id) => Counting(id, (counted, _) => counted);

    private static FlowDetection<Counted> Counting(string id, Func<DetectionQuery<Counted>, FlowOptions, DetectionQuery<Counted>> rest) => Of(id, (events, o) => rest(
        events
            .Where(c => !o.Networks.Contains(c.Address))
            .GroupBy(c => new { c.Host })
            .Window(w => w.Tumbling(o.Window))
            .Aggregate(w => new Counted(w.Key.Host, w.Count(), w.CountDistinct(c => c.Port))), o));

    private static FlowDetection<TAlert> Of<TAlert>(string id, Func<Events<Flow>, FlowOptions, DetectionQuery<TAlert>> query) => new(id, query);

    private sealed record Counted(string? Host, int N, int Ports);

    private sealed class OtherOptions
    {
        public NetworkSet Networks { get; set; } = NetworkSet.Of("10.0.0.0/8", "::1");

        public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(60);
    }

    private sealed class OtherCounting : Detection<Flow, int, OtherOptions>
    {
        public override DetectionInfo Info { get; } = new() { Id = "other", Title = "other" };

        protected override System.Linq.Expressions.Expression<Func<Flow, DateTimeOffset>> EventTime => e => e.Time;

        public override DetectionQuery<int> Define(Events<Flow> events, OtherOptions o) =>
            events.Where(c => !o.Networks.Contains(c.Address)).GroupBy(c => new { c.Host }).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Count() + w.CountDistinct(c => c.Port));
    }
}
