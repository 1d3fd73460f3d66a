using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes.Batch;

public sealed class ParallelismTests
{
    private static readonly RunSettings s_two = new() { Disorder = Disorder.None, BatchSize = 10, MaxDegreeOfParallelism = 2 };
    private static readonly Beat[] s_day = [.. Beat.At([.. Enumerable.Range(0, 24 * 60).Select(minute => (double)minute)])];
    private readonly ThreadRecorder _recorder = new();

    [Fact]
    public void Array_in_order_is_run_on_as_many_threads_as_allowed()
    {
        var detection = Hourly();
        var expected = Ids(s_day.Detect(detection, settings: s_two with { MaxDegreeOfParallelism = 1 }));
        _recorder.Threads.ShouldBe(1);

        Ids(s_day.Detect(detection, settings: s_two)).ShouldBe(expected);
        _recorder.Threads.ShouldBe(2);
        expected.Count.ShouldBe(24);
    }

    [Fact]
    public void List_in_order_is_run_on_as_many_threads_as_allowed()
    {
        s_day.ToList().Detect(Hourly(), settings: s_two with { MaxDegreeOfParallelism = 3, Disorder = Disorder.Any }).Count().ShouldBe(24);

        _recorder.Threads.ShouldBe(3);
    }

    [Fact]
    public void Array_out_of_order_at_the_cut_is_run_on_one_thread()
    {
        Beat[] events = [.. s_day];
        (events[0], events[^1]) = (events[^1], events[0]);
        var detection = Hourly();
        var (one, two) = (new RunReport(), new RunReport());

        Ids(events.Detect(detection, settings: s_two, report: two)).ShouldBe(Ids(events.Detect(detection, settings: s_two with { MaxDegreeOfParallelism = 1 }, report: one)));

        _recorder.Threads.ShouldBe(1);
        two.LateEvents.ShouldBe(one.LateEvents);
        one.LateEvents.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Plan_without_boundaries_is_run_on_one_thread()
    {
        Detection<Beat, int, NoOptions>[] others =
        [
            Detection.Define<Beat, int>("hopping", events => events.Where(b => _recorder.Sees(b)).Window(w => w.Hopping(TimeSpan.FromHours(2), TimeSpan.FromHours(1))).Aggregate(w => w.Count())),
            Detection.Define<Beat, int>("distinct", events => events.Where(b => _recorder.Sees(b)).Distinct(b => b.Host, () => TimeSpan.FromHours(3)).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count())),
            Detection.Define<Beat, int>("suppress", events => events.Where(b => _recorder.Sees(b)).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count()).Suppress(n => n, () => TimeSpan.FromHours(3))),
        ];

        foreach (var detection in others) _ = s_day.Detect(detection, settings: s_two).Count();

        _recorder.Threads.ShouldBe(1);
    }

    [Fact]
    public void Early_alerts_come_from_one_thread()
    {
        _ = s_day.Detect(Hourly(), settings: s_two with { Trigger = AlertTrigger.Early }).Count();

        _recorder.Threads.ShouldBe(1);
    }

    [Fact]
    public void Second_enumeration_is_a_run_of_its_own()
    {
        var alerts = s_day.Detect(Hourly(), settings: s_two);

        Ids(alerts).ShouldBe(Ids(alerts));
        _recorder.Calls.ShouldBe(2 * s_day.Length);
    }

    [Fact]
    public void Enumeration_that_is_given_up_ends_the_other_threads()
    {
        var caller = Environment.CurrentManagedThreadId;
        using var givenUp = new ManualResetEventSlim();
        _recorder.Then = () =>
        {
            if (Environment.CurrentManagedThreadId == caller) return;
            givenUp.Wait(TestContext.Current.CancellationToken);
            Thread.Sleep(1);
        };
        using (var alerts = s_day.Detect(Hourly(), settings: s_two).GetEnumerator())
        {
            alerts.MoveNext().ShouldBeTrue();
            givenUp.Set();
        }

        var calls = _recorder.Calls;
        calls.ShouldBeLessThan(s_day.Length / 2);
        Thread.Sleep(20);
        _recorder.Calls.ShouldBe(calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Handler_of_the_report_that_throws_ends_the_enumeration_at_its_place(int degree)
    {
        var report = new RunReport();
        report.Faulty += _ => throw new InvalidDataException("faulty");
        Beat[] events = [.. s_day];
        events[1000] = events[1000] with { Host = null! };
        var seen = new List<Alert<int>>();

        var alerts = events.Detect(Hourly(b => b.Host.Length > 0), settings: s_two with { MaxDegreeOfParallelism = degree }, report: report);

        Should.Throw<InvalidDataException>(() =>
        {
            foreach (var alert in alerts) seen.Add(alert);
        }).Message.ShouldBe("faulty");

        seen.Count.ShouldBe(16);
    }

    [Fact]
    public void Handlers_of_the_report_are_called_one_at_a_time()
    {
        var report = new RunReport();
        var (inside, most, calls) = (0, 0, 0);
        report.Faulty += _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Sleep(1);
            Interlocked.Decrement(ref inside);
            calls++;
        };
        Beat[] events = [.. s_day.Select((beat, i) => i % 20 == 0 ? beat with { Host = null! } : beat)];

        _ = events.Detect(Hourly(b => b.Host.Length > 0), settings: s_two, report: report).Count();

        (most, calls, _recorder.Threads).ShouldBe((1, events.Length / 20, 2));
    }

    [Fact]
    public void State_of_all_threads_is_on_the_report()
    {
        var report = new RunReport();
        using var alerts = s_day.Detect(Hourly(), settings: s_two with { MaxDegreeOfParallelism = 4 }, report: report).GetEnumerator();
        while (alerts.MoveNext()) report.Watermark?.ShouldBeGreaterThanOrEqualTo(Beat.Ten);

        (report.Events, report.Alerts, report.OpenGroups, report.StateBytes, report.Watermark).ShouldBe((s_day.Length, 24, 0, 0, null));
    }

    [Fact]
    public void Degree_below_one_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => s_day.Detect(Hourly(), settings: s_two with { MaxDegreeOfParallelism = 0 })).ParamName.ShouldBe("MaxDegreeOfParallelism");

    private static IReadOnlyList<string> Ids(IEnumerable<Alert<int>> alerts) => [.. alerts.Select(alert => alert.Id)];

    private Detection<Beat, int, NoOptions> Hourly(System.Linq.Expressions.Expression<Func<Beat, bool>>? filter = null) => Detection.Define<Beat, int>("hourly", events =>
        events.Where(b => _recorder.Sees(b)).Where(filter ?? (b => true)).GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count()));
}
