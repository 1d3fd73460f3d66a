using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Explain;

public sealed class GroupExplanationTests
{
    private static readonly Bursts s_bursts = new();

    [Fact]
    public void Explain_group_of_every_alert_gives_that_alert() => Connections.Lists.Sample(events =>
    {
        var options = new BurstOptions { MinConnections = 2, HighConnections = 3 };
        foreach (var alert in events.Detect(s_bursts, options))
        {
            var pane = s_bursts.Explain(events, alert.Key, alert.Window.Start, options).Panes.ShouldHaveSingleItem();

            pane.Fires.ShouldBeTrue();
            pane.Alert.ShouldBe(alert.Value);
            pane.Tier.ShouldBe(alert.Tier);
            pane.Window.ShouldBe(alert.Window);
            pane.Events.ShouldBe(alert.Value.Connections);
        }
    }, iter: Iterations.Of(20));

    [Fact]
    public void Explain_groups_accounts_for_every_event_of_the_key() => Connections.Lists.Sample(events =>
    {
        var groups = s_bursts.Explain(events, new { }, Connections.Start.AddMinutes(59));
        var inWindow = events.Where(c => c.Time < Connections.Start.AddHours(1)).ToList();
        var alerts = events.Detect(s_bursts).Where(alert => alert.Window.Start == Connections.Start).ToList();

        groups.Events.ShouldBe(events.Count);
        groups.MatchingEvents.ShouldBe(events.Count);
        groups.Panes.Sum(pane => pane.Events + pane.Fallen.Sum(fallen => fallen.Count)).ShouldBe(inWindow.Count);
        groups.Panes.SelectMany(pane => pane.Fallen).Where(fallen => fallen.Stage == 2).Sum(fallen => fallen.Count).ShouldBe(inWindow.Count(c => c.RemoteAddress.ToString() == "10.1.2.3"));
        groups.Panes.Where(pane => pane.Fires).Select(pane => pane.Alert).ShouldBe(alerts.Select(alert => alert.Value), ignoreOrder: true);
    }, iter: Iterations.Of(30));

    [Fact]
    public void Explain_group_short_of_a_threshold_says_by_how_much_for_each_stage()
    {
        var events = Enumerable.Range(0, 3).Select(i => Connections.At(i, port: 80 + i)).ToList();
        var pane = s_bursts.Explain(events, new { Host = "A" }, Connections.Start).Panes.ShouldHaveSingleItem();

        pane.Fires.ShouldBeFalse();
        pane.Tier.ShouldBeNull();
        pane.Values.ShouldBe([new("Connections", 3), new("Ports", 3)]);
        pane.FellAt!.Stage.ShouldBe(5);
        pane.FellAt.ToString().ShouldBe("where Connections >= MinConnections (4): 3, short by 1");
        pane.Stages[1].Verdict.ShouldBe(StageVerdict.NotReached);
        pane.Stages[1].Lines[0].ShouldBe("High  Connections >= HighConnections (8): 3, short by 5; Ports <= MaxPorts (2): 3, over by 1");
        pane.ToString().ShouldEndWith("No alert: it falls at stage 5 (where).");
    }

    [Fact]
    public void Explain_group_takes_the_text_of_a_dictionary_and_part_names_in_any_case()
    {
        var events = Enumerable.Range(0, 3).Select(i => Connections.At(i, host: null)).ToList();
        var key = new Dictionary<string, string?> { ["remoteaddress"] = "203.0.113.1", ["HOST"] = null };

        s_bursts.Explain(events, key, Connections.Start).Panes.ShouldHaveSingleItem().Events.ShouldBe(3);
        Should.Throw<ArgumentException>(() => s_bursts.Explain(events, new Dictionary<string, string?> { ["RemoteAddress"] = "x" }, Connections.Start)).Message.ShouldContain("RemoteAddress is 'x'");
    }

    [Fact]
    public void Explain_group_by_an_unknown_part_names_the_nearest() =>
        Should.Throw<ArgumentException>(() => s_bursts.Explain(new[] { Connections.At(0) }, new { Hots = "A" }, Connections.Start)).Message.ShouldContain("no part Hots; the nearest is Host. It has Host, RemoteAddress");

    [Fact]
    public void Explain_group_without_events_names_the_nearest_value()
    {
        NetworkConnection[] events = [Connections.At(0, host: "WEB-01"), Connections.At(0, host: "DC")];
        var groups = s_bursts.Explain(events, new { Host = "web-01" }, Connections.Start);

        groups.Panes.ShouldBeEmpty();
        groups.Nearest.ShouldBe(["No event has Host = 'web-01'; the nearest of 2 values is 'WEB-01'."]);
    }

    [Fact]
    public void Explain_group_in_a_window_without_events_names_the_windows_that_there_are()
    {
        var groups = s_bursts.Explain(new[] { Connections.At(0) }, new { Host = "A" }, Connections.Start.AddDays(1));

        groups.Panes.ShouldBeEmpty();
        groups.Nearest.ShouldHaveSingleItem().ShouldContain("its nearest: 2024-05-06T07:00:00Z to 2024-05-06T08:00:00Z");
    }

    [Fact]
    public void Explain_group_under_a_tolerance_counts_late_events()
    {
        NetworkConnection[] events = [Connections.At(0), Connections.At(1), Connections.At(90, host: "B"), Connections.At(2)];
        var pane = s_bursts.Explain(events, new { Host = "A" }, Connections.Start, settings: new() { Disorder = Disorder.None, BatchSize = 1 }).Panes.ShouldHaveSingleItem();

        pane.Events.ShouldBe(2);
        pane.Fallen.ShouldBe([new(4, "they came after the window had closed", 1)]);
    }

    [Fact]
    public void Explain_groups_beyond_the_limit_counts_those_not_shown()
    {
        var events = Enumerable.Range(0, 13).Select(i => Connections.At(i, host: $"H{i}")).ToList();
        var groups = s_bursts.Explain(events, new { }, Connections.Start);

        groups.Panes.Count.ShouldBe(GroupExplanation.MostGroups);
        groups.GroupsNotShown.ShouldBe(3);
    }

    [Fact]
    public void Explain_group_of_query_syntax_explains_the_havings_over_the_pane()
    {
        var detection = Detection.Define("syntax", (Events<NetworkConnection> events) =>
            from c in events
            group c by c.Host into g
            from w in g.Window(x => x.Tumbling(TimeSpan.FromHours(1)))
            let odd = w.Where(c => c.RemotePort % 2 == 1).Count()
            where odd >= 3 && w.Key != "B"
            select new { w.Key, odd });
        NetworkConnection[] events = [Connections.At(0), Connections.At(1), Connections.At(2, port: 80)];
        var pane = detection.Explain(events, new { Host = "A" }, Connections.Start).Panes.ShouldHaveSingleItem();

        pane.Events.ShouldBe(3);
        pane.FellAt!.Kind.ShouldBe("aggregate");
        pane.FellAt.Lines.ShouldBe(["w.Where(c => c.RemotePort % 2 == 1).Count() >= 3: 2, short by 1"]);
        pane.FellAt.Conditions[0].Parts[1].ToString().ShouldBe("Key != 'B': 'A'");
    }

    [Fact]
    public void Explain_group_of_a_sliding_window_finds_the_pane_of_each_alert() => Connections.Lists.Sample(events =>
    {
        var detection = Detection.Define("sliding", (Events<NetworkConnection> all) => all
            .Where(c => c.RemotePort != 80).GroupBy(c => c.Host).Window(w => w.Sliding(TimeSpan.FromMinutes(30))).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= 3));
        foreach (var alert in events.Detect(detection).Take(3))
        {
            var pane = detection.Explain(events, alert.Key, alert.Window.End).Panes.ShouldHaveSingleItem();
            pane.Fires.ShouldBeTrue();
            pane.Events.ShouldBeGreaterThanOrEqualTo(alert.Value.N);
        }

        var fired = events.Detect(detection).Select(alert => alert.Key).ToHashSet();
        foreach (var e in events.Where(e => e.RemotePort != 80 && !fired.Contains(detection.Explain(e).Paths[0].Group!.Key)).Take(3))
        {
            var pane = detection.Explain(events, new { e.Host }, e.Time).Panes.ShouldHaveSingleItem();
            pane.Fires.ShouldBeFalse();
            pane.FellAt!.Conditions[0].Actual.ShouldBe((int)pane.Events);
        }
    }, iter: Iterations.Of(10));

    [Fact]
    public void Explain_group_of_a_sliding_window_shows_the_pane_nearest_to_firing()
    {
        var detection = Detection.Define("sliding", (Events<NetworkConnection> all) => all
            .GroupBy(c => c.Host).Window(w => w.Sliding(TimeSpan.FromMinutes(30))).Aggregate(w => new { w.Key, N = w.Count() }).Where(b => b.N >= 3));
        NetworkConnection[] events = [Connections.At(0), Connections.At(10), Connections.At(20), Connections.At(60)];
        var pane = detection.Explain(events, new { Host = "A" }, Connections.Start).Panes.ShouldHaveSingleItem();

        (pane.Fires, pane.Window.End, pane.Events, pane.OfPanes).ShouldBe((true, Connections.Start.AddMinutes(20), 3L, 3));
    }

    [Fact]
    public void Explain_group_with_repeats_dropped_before_the_window_counts_them()
    {
        var detection = Detection.Define("distinct", (Events<NetworkConnection> events) => events
            .Distinct(c => c.RemotePort, () => TimeSpan.FromMinutes(10)).GroupBy(c => c.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, N = w.Count() }));
        NetworkConnection[] events = [Connections.At(0), Connections.At(1), Connections.At(2), Connections.At(20)];
        var pane = detection.Explain(events, new { Host = "A" }, Connections.Start).Panes.ShouldHaveSingleItem();

        pane.Events.ShouldBe(2);
        pane.Fallen.Select(fallen => (fallen.Stage, fallen.Count)).ShouldBe([(2, 2L)]);
    }

    [Fact]
    public void Explain_group_of_rows_made_before_the_window_reads_the_key_of_fallen_events_too()
    {
        var detection = Detection.Define("selected", (Events<NetworkConnection> events) => events
            .Where(c => c.RemotePort == 443).Select(c => new { Machine = c.Host, c.RemotePort }).GroupBy(c => c.Machine).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { w.Key, N = w.Count() }));
        var pane = detection.Explain(new[] { Connections.At(0), Connections.At(1, port: 80) }, new { Machine = "A" }, Connections.Start).Panes.ShouldHaveSingleItem();

        (pane.Events, pane.Fallen.ShouldHaveSingleItem().Stage).ShouldBe((1L, 2));
    }

    [Fact]
    public void Explain_group_over_batches_equals_that_over_events()
    {
        var events = Enumerable.Range(0, 9).Select(i => Connections.At(i)).ToArray();
        EventBatch<NetworkConnection>[] batches = [new ObjectBatch<NetworkConnection>(events[..4]), new ObjectBatch<NetworkConnection>(events[4..])];

        var over = s_bursts.Explain(batches, new { Host = "A" }, Connections.Start);
        over.Panes.ShouldHaveSingleItem().Events.ShouldBe(9);
        over.ToString().ShouldBe(s_bursts.Explain(events, new { Host = "A" }, Connections.Start).ToString());
        over.ToString().ShouldEndWith("Alert: HIGH - few ports");
    }

    [Fact]
    public void Explain_group_with_suppression_after_the_window_says_that_it_depends()
    {
        var detection = Detection.Define("quiet", (Events<NetworkConnection> events) => events
            .GroupBy(c => c.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { Host = w.Key, N = w.Count() }).Suppress(b => b.Host, () => TimeSpan.FromDays(1)));
        var pane = detection.Explain(new[] { Connections.At(0) }, new { Host = "A" }, Connections.Start).Panes.ShouldHaveSingleItem();

        pane.Fires.ShouldBeTrue();
        pane.Stages.ShouldHaveSingleItem().Verdict.ShouldBe(StageVerdict.Depends);
    }

    [Fact]
    public void Explain_group_of_a_rule_without_windows_is_refused() =>
        Should.Throw<InvalidOperationException>(() => Detection.Define("stateless", (Events<NetworkConnection> events) => events.Where(c => c.RemotePort == 1)).Explain(new[] { Connections.At(0) }, new { }, Connections.Start))
            .Message.ShouldContain("stateless has no window over NetworkConnection");
}
