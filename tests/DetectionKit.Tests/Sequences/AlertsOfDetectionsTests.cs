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

    private sealed class TwoTimes : Detection<int>
    {
        public override DetectionQuery<int> Define(EventSources events) => events.Of<Ping>(p => p.Seen).Select(p => 1).Merge(events.Alerts(s_inner).Select(a => a.Value));
    }
}
