using System.Reactive;
using System.Reactive.Subjects;
using DetectionKit.Tests.Windows;

namespace DetectionKit.Tests.Runtimes;

public sealed class FailureTests
{
    private static readonly Detection<Beat, int, NoOptions> s_count = Detection.Define<Beat, int>("count", events => events
        .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count()));

    [Fact]
    public async Task Async_source_that_fails_hands_its_error_on()
    {
        static async IAsyncEnumerable<Beat> Failing()
        {
            yield return new(Beat.Ten, "A");
            await Task.Yield();
            throw new IOException("the disk is gone");
        }

        (await Should.ThrowAsync<IOException>(async () => await Failing().Detect(s_count).ToListAsync())).Message.ShouldBe("the disk is gone");
    }

    [Fact]
    public async Task Async_run_that_is_cancelled_while_it_waits_ends()
    {
        using var cancel = new CancellationTokenSource();
        static async IAsyncEnumerable<Beat> Waiting([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
        {
            yield return new(Beat.Ten, "A");
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        var run = Waiting(TestContext.Current.CancellationToken).Detect(s_count).ToListAsync(cancel.Token);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await run);
    }

    [Fact]
    public void Observable_that_fails_hands_its_error_on_and_sends_no_more()
    {
        using var source = new Subject<Beat>();
        var seen = new List<string>();
        using var subscription = source.Detect(s_count).Subscribe(Observer.Create<Alert<int>>(_ => seen.Add("alert"), error => seen.Add(error.Message), () => seen.Add("done")));
        source.OnNext(new(Beat.Ten, "A"));

        source.OnError(new IOException("the wire is cut"));

        seen.ShouldBe(["the wire is cut"]);
    }

    [Fact]
    public void Observable_that_nobody_watches_any_more_is_let_go()
    {
        using var source = new Subject<Beat>();
        source.Detect(s_count).Subscribe(Observer.Create<Alert<int>>(_ => { })).Dispose();

        source.HasObservers.ShouldBeFalse();
    }

    [Fact]
    public void Expression_that_throws_concerns_its_event_only()
    {
        var report = new RunReport();
        var faulty = Detection.Define<Beat, int>("faulty", events => events.Where(b => b.Host.Length > 0)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Count()));

        new[] { new Beat(Beat.Ten, "A"), new Beat(Beat.Ten, null!), new Beat(Beat.Ten, "B") }.Detect(faulty, report: report).ToList().ShouldHaveSingleItem().Value.ShouldBe(2);

        report.FaultyEvents.ShouldBe(1);
        report.FaultySample.ShouldHaveSingleItem().Error.ShouldBeOfType<NullReferenceException>();
    }

    [Fact]
    public void Handler_that_throws_has_no_row_sent_twice()
    {
        var report = new RunReport();
        var kept = Detection.Define<Beat, string>("kept", events => events
            .GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key).Distinct(host => host.Substring(1), () => TimeSpan.FromDays(1)));
        var run = kept.Start(settings: new() { Disorder = Disorder.None }, report: report);
        report.Faulty += _ => throw new IOException("the log is full");
        foreach (var host in new[] { "A1", "", "B2" }) run.PushEvent(new Beat(Beat.Ten, host));

        Should.Throw<IOException>(() => run.PushEvent(new Beat(Beat.Ten.AddHours(2), "C3"))).Message.ShouldBe("the log is full");
        run.PushEvent(new Beat(Beat.Ten.AddHours(3), "C3"));

        report.FaultyEvents.ShouldBe(1);
    }

    [Fact]
    public void Handler_that_throws_at_the_end_hands_its_own_error_on()
    {
        var report = new RunReport();
        var faulty = Detection.Define<Beat, int>("faulty", events => events.GroupBy(b => b.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => 1 / (w.Count() - 1)));
        report.Faulty += _ => throw new IOException("the log is full");
        var (completed, advanced) = (faulty.Start(report: report), faulty.Start(report: report));
        completed.PushEvent(new Beat(Beat.Ten, "A"));
        advanced.PushEvent(new Beat(Beat.Ten, "A"));

        Should.Throw<IOException>(() => completed.Complete()).Message.ShouldBe("the log is full");
        Should.Throw<IOException>(() => advanced.AdvanceWatermark(Beat.Ten.AddHours(3))).Message.ShouldBe("the log is full");
    }

    [Fact]
    public void Event_from_the_far_future_is_set_aside_and_moves_no_watermark()
    {
        var report = new RunReport();
        var run = s_count.Start(settings: new() { Disorder = Disorder.None }, report: report);
        run.PushEvent(new Beat(Beat.Ten, "A"));

        run.PushEvent(new Beat(Beat.Ten.AddYears(70), "A")).ShouldBeEmpty();

        run.PushEvent(new Beat(Beat.Ten.AddMinutes(1), "A"));
        run.Complete().ShouldHaveSingleItem().Value.ShouldBe(2);
        (report.FarFutureEvents, report.LateEvents).ShouldBe((1, 0));
    }

    [Fact]
    public void Event_within_the_allowed_lateness_counts_and_one_beyond_it_is_late()
    {
        var report = new RunReport();
        var run = s_count.Start(settings: new() { Disorder = Disorder.None, AllowedLateness = TimeSpan.FromMinutes(5) }, report: report);
        run.PushEvent(new Beat(Beat.Ten, "A"));
        run.PushEvent(new Beat(Beat.Ten.AddMinutes(64), "B"));
        run.PushEvent(new Beat(Beat.Ten.AddMinutes(1), "A"));

        run.PushEvent(new Beat(Beat.Ten.AddMinutes(65), "B")).ShouldHaveSingleItem().Value.ShouldBe(2);
        run.PushEvent(new Beat(Beat.Ten.AddMinutes(2), "A")).ShouldBeEmpty();

        report.LateEvents.ShouldBe(1);
        report.LateSample.ShouldHaveSingleItem().Time.ShouldBe(Beat.Ten.AddMinutes(2));
    }
}
