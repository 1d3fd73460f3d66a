using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes;

/// <summary>What is sent of a window before it closes, and when it does.</summary>
public sealed class EarlyAlertTests
{
    private static readonly RunSettings s_settings = new() { Disorder = Disorder.None, Trigger = AlertTrigger.Early };

    private static readonly Detection<Hits, NoOptions> s_hits = Detection.Define("hits", (Events<Beat> events) => events
        .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= 2)
        .Tier(Loudness.Loud, b => b.N >= 4).Otherwise(Loudness.Soft).Select((b, loudness) => new Hits(b.Key, b.N)));

    [Fact]
    public void Revision_is_sent_when_the_tier_changes_and_the_last_word_when_the_window_closes()
    {
        var run = s_hits.Start(settings: s_settings);

        Push(run, 0).ShouldBeEmpty();
        Push(run, 1).ShouldBe(["0 Early Soft 2"]);
        Push(run, 2).ShouldBeEmpty();
        Push(run, 3).ShouldBe(["1 Early Loud 4"]);
        Push(run, 4).ShouldBeEmpty();
        Shown(run.Complete()).ShouldBe(["2 Final Loud 5"]);
        run.Report.Alerts.ShouldBe(3);
    }

    [Fact]
    public void Window_that_closes_as_it_was_last_told_says_nothing_more()
    {
        var run = s_hits.Start(settings: s_settings);
        for (var minute = 0; minute < 4; minute++) Push(run, minute);

        run.Complete().ShouldBeEmpty();
    }

    [Fact]
    public void Alert_whose_window_no_longer_makes_one_is_withdrawn_as_it_was_told()
    {
        var few = Detection.Define("few", (Events<Beat> events) => events
            .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= 2 && b.N < 4)
            .Tier(Loudness.Loud, b => b.N >= 4).Otherwise(Loudness.Soft).Select((b, loudness) => new Hits(b.Key, b.N)));
        var run = few.Start(settings: s_settings);
        for (var minute = 0; minute < 4; minute++) Push(run, minute);

        Shown(run.Complete()).ShouldBe(["1 Withdrawn Soft 2"]);
    }

    [Fact]
    public void Session_that_grows_is_another_alert_though_its_row_is_the_same()
    {
        var quiet = Detection.Define("quiet", (Events<Beat> events) => events
            .GroupBy(b => b.Host).Window(w => w.Session(TimeSpan.FromMinutes(5), TimeSpan.FromHours(1))).Aggregate(w => w.Key));
        var run = quiet.Start(settings: s_settings);

        // An event of a session is taken when those before it have come.
        run.PushEvent(new Beat(Beat.Ten, "A")).ShouldBeEmpty();
        run.PushEvent(new Beat(Beat.Ten.AddMinutes(1), "A")).ShouldHaveSingleItem().Status.ShouldBe(AlertStatus.Early);
        run.PushEvent(new Beat(Beat.Ten.AddMinutes(2), "A")).ShouldBeEmpty();

        run.Complete().ShouldHaveSingleItem().Status.ShouldBe(AlertStatus.Final);
    }

    [Fact]
    public void Stage_with_memory_after_the_window_is_refused_and_named()
    {
        var suppressed = Detection.Define("d", (Events<Beat> events) => events
            .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key).Suppress(host => host, () => TimeSpan.FromHours(2)));

        Should.Throw<NotSupportedException>(() => suppressed.Start(settings: s_settings)).Message
            .ShouldBe("The plan has a stage with memory (suppress) after its window, so alerts can't be sent before the window closes: run it with AlertTrigger.AtClose.");
    }

    [Fact]
    public void Row_that_can_not_be_made_concerns_its_window_only()
    {
        var faulty = Detection.Define("faulty", (Events<Beat> events) => events
            .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new Hits(w.Key, 12 / (w.Count() - 2))));
        var report = new RunReport();
        Beat[] beats = [new(Beat.Ten, "A"), new(Beat.Ten, "B"), new(Beat.Ten, "B"), new(Beat.Ten, "C")];

        beats.Detect(faulty, report: report).Select(alert => alert.Value).ShouldBe([new("A", -12), new("C", -12)]);

        report.FaultySample.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            fault => fault.Error.ShouldBeOfType<DivideByZeroException>(), fault => fault.Stage.ShouldBe("aggregate"), fault => fault.Event!.ToString()!.ShouldContain("B"));
    }

    [Fact]
    public void Event_whose_time_can_not_be_read_concerns_itself_only()
    {
        var report = new RunReport();
        Timed[] events = [new(Beat.Ten), new(null), new(Beat.Ten.AddMinutes(1)), new(null)];

        events.Detect(new TimedDetection(), report: report).ToList().ShouldHaveSingleItem().Value.ShouldBe(2);

        report.FaultyEvents.ShouldBe(2);
        report.FaultySample[0].Stage.ShouldBe("event time");
        report.FaultySample[0].Event.ShouldBe(events[1]);
    }

    private static IEnumerable<string> Push(DetectionRun<Hits, NoOptions> run, int minute) => Shown(run.PushEvent(new Beat(Beat.Ten.AddMinutes(minute), "A")));

    private static IEnumerable<string> Shown(IEnumerable<Alert<Hits>> alerts) => [.. alerts.Select(alert => $"{alert.Revision} {alert.Status} {alert.Tier?.Name} {alert.Value.N}")];

    private enum Loudness
    {
        Soft,
        Loud,
    }

    private sealed record Hits(string Host, int N);

    private sealed record Timed(DateTimeOffset? Time);

    private sealed class TimedDetection : Detection<Timed, int, NoOptions>
    {
        public override DetectionInfo Info { get; } = new() { Id = "timed", Title = "timed", Version = 1 };

        protected override System.Linq.Expressions.Expression<Func<Timed, DateTimeOffset>> EventTime => e => e.Time!.Value;

        public override DetectionQuery<int> Define(Events<Timed> events, NoOptions options) => events.Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count());
    }
}
