namespace DetectionKit.Tests.Sequences;

public sealed class SequenceTests
{
    private static readonly DateTimeOffset s_start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void FollowedBy_at_a_limit_sheds_the_oldest_and_counts_them()
    {
        var report = new RunReport();
        var alerts = Run(new() { Disorder = Disorder.Any, Limits = new() { MaxGroups = 2 } }, report);

        alerts.ShouldBe(["h2", "h3"]);
        report.ShedGroups.ShouldBe(2);
    }

    [Fact]
    public void FollowedBy_at_a_limit_refuses_new_rows_where_the_policy_says_so()
    {
        var report = new RunReport();
        var alerts = Run(new() { Disorder = Disorder.Any, Limits = new() { MaxGroups = 2, Policy = StateLimitPolicy.Refuse } }, report);

        alerts.ShouldBe(["h0", "h1"]);
        report.RefusedEvents.ShouldBe(2);
    }

    [Fact]
    public void Join_at_a_limit_sheds_the_oldest_latest_rows()
    {
        var report = new RunReport();
        var joined = Detection.Define("joined", (Events<Ping> pings) => pings.Where(p => p.Kind == 2).Join(pings.Where(p => p.Kind == 1).Latest(), p => p.Host, p => p.Host, (x, y) => x.Host));

        Pings().Detect(joined, settings: new() { Limits = new() { MaxGroups = 2 } }, report: report).Select(alert => alert.Value).ShouldBe(["h2", "h3"]);
        report.ShedGroups.ShouldBe(2);
    }

    [Fact]
    public void Join_with_a_latest_event_shows_it_and_with_an_aggregate_does_not_show_what_that_counted()
    {
        var withEvent = Detection.Define("event", (Events<Ping> pings) => pings.Where(p => p.Kind == 2).Join(pings.Where(p => p.Kind == 1).Latest(), p => p.Host, p => p.Host, (x, y) => x.Host));
        var withCount = Detection.Define("count", (Events<Ping> pings) => pings.Where(p => p.Kind == 2)
            .Join(pings.Where(p => p.Kind == 1).GroupBy(p => p.Kind).Window(w => w.Tumbling(TimeSpan.FromMinutes(1))).Aggregate(w => new { Hosts = w.CountDistinct(p => p.Host) }).Latest(), p => 0, x => 0, (x, y) => new { x.Host, y.Hosts }));

        Ping[] pings = [.. Pings(), new(s_start.AddMinutes(2), "h1", 2)];
        pings.Detect(withEvent).Select(alert => alert.Evidence.Sample.Count).ShouldBe([2, 2, 2, 2, 2]);
        var counted = pings.Detect(withCount).ShouldHaveSingleItem();
        (counted.Value.Hosts, counted.Evidence.Sample.Count).ShouldBe((4, 1));
    }

    [Fact]
    public void FollowedBy_ids_tell_sequences_of_one_key_apart_by_the_time_of_their_steps()
    {
        Ping[] firsts = [new(s_start, "h", 1), new(s_start.AddSeconds(1), "h", 1)];
        var ids = Ids(firsts, 10);

        ids.Distinct().Count().ShouldBe(2);
        ids.Intersect(Ids(firsts, 20)).ShouldBeEmpty();

        static List<string> Ids(Ping[] firsts, int second) => [.. firsts.Append(new(s_start.AddSeconds(second), "h", 2)).Detect(Sequence).Select(alert => alert.Id)];
    }

    [Fact]
    public void FollowedBy_ids_tell_windows_of_one_time_apart_by_their_keys()
    {
        var followed = Detection.Define("windows", (Events<Ping> pings) => pings.Where(p => p.Kind == 1).GroupBy(p => p.Host).Window(w => w.Tumbling(TimeSpan.FromMinutes(1))).Aggregate(w => new { Host = w.Key })
            .FollowedBy(pings.Where(p => p.Kind == 3), x => 0, p => 0, () => TimeSpan.FromMinutes(5), (x, p) => x.Host));
        var alerts = Pings().Append(new(s_start.AddMinutes(2), "h", 3)).Detect(followed).ToList();

        alerts.Select(alert => alert.Value).ShouldBe(["h0", "h1", "h2", "h3"], ignoreOrder: true);
        alerts.Select(alert => alert.Id).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void FollowedBy_whose_condition_throws_counts_the_fault_and_goes_on()
    {
        var report = new RunReport();
        var faulty = Detection.Define("faulty", (Events<Ping> pings) => pings.Where(p => p.Kind == 1)
            .FollowedBy(pings.Where(p => p.Kind == 2), p => p.Host, p => p.Host, () => TimeSpan.FromMinutes(5), (x, y) => x.Host, where: (x, y) => y.Host.Length / (x.Host == "h1" ? 0 : 1) > 0));

        Pings().Detect(faulty, report: report).Select(alert => alert.Value).ShouldBe(["h0", "h2", "h3"], ignoreOrder: true);
        report.FaultyEvents.ShouldBe(1);
        report.FaultySample[0].Stage.ShouldBe("followed by");
    }

    [Fact]
    public void Sequence_whose_keys_have_not_the_same_parts_is_refused_with_both()
    {
        var odd = Detection.Define("odd", (Events<Ping> pings) => pings.FollowedBy(pings, p => ValueTuple.Create(p.Host, p.Kind), p => Pair(p), () => TimeSpan.FromMinutes(5), (x, y) => x.Host));

        Should.Throw<NotSupportedException>(() => odd.Plan).Message.ShouldContain("ValueTuple.Create(p.Host, p.Kind) and SequenceTests.Pair(p) have not the same parts");
    }

    [Fact]
    public void Explain_says_what_a_row_needs_of_others()
    {
        var explanation = Sequence.Explain(new Ping(s_start, "h", 1)).ToString();

        explanation.ShouldContain("goes on if a Ping with the same Host ('h') follows within");
        explanation.ShouldContain("It passes every stage before the followed by.");
    }

    private static Detection<Ping, string, NoOptions> Sequence { get; } = Detection.Define("sequence", (Events<Ping> pings) => pings.Where(p => p.Kind == 1)
        .FollowedBy(pings.Where(p => p.Kind == 2), p => p.Host, p => p.Host, () => TimeSpan.FromMinutes(5), (x, y) => x.Host));

    private static List<string> Run(RunSettings settings, RunReport report) => [.. Pings().Detect(Sequence, settings: settings, report: report).Select(alert => alert.Value).Order()];

    private static IEnumerable<Ping> Pings() =>
        Enumerable.Range(0, 4).Select(i => new Ping(s_start.AddSeconds(i), "h" + i, 1)).Concat(Enumerable.Range(0, 4).Select(i => new Ping(s_start.AddSeconds(10 + i), "h" + i, 2)));

    private static ValueTuple<string, int> Pair(Ping p) => (p.Host, p.Kind);

    private sealed record Ping(DateTimeOffset Time, string Host, int Kind);
}
