using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Explain;

public sealed class EventExplanationTests
{
    private static readonly Bursts s_bursts = new();

    [Fact]
    public void Explain_event_passes_just_when_the_engine_counts_it() => Connections.Lists.Sample(events =>
    {
        var options = new BurstOptions { MinConnections = 1 };
        foreach (var e in events)
        {
            var explanation = s_bursts.Explain(e, options);
            var alerts = new[] { e }.Detect(s_bursts, options).ToList();

            explanation.Passes.ShouldBe(alerts.Count == 1);
            explanation.FellAt.ShouldBe(explanation.Passes ? null : explanation.Paths[0].Stages[^1]);
            if (!explanation.Passes) continue;
            var group = explanation.Paths.ShouldHaveSingleItem().Group.ShouldNotBeNull();
            group.Key.ShouldBe(alerts[0].Key);
            group.Windows.ShouldBe([alerts[0].Window]);
            group.Stage.ShouldBe(4);
        }
    }, iter: Iterations.Of(10));

    [Fact]
    public void Explain_event_on_an_excluded_network_names_the_network()
    {
        var explanation = s_bursts.Explain(Connections.At(0, address: "10.1.2.3"));

        explanation.FellAt!.Stage.ShouldBe(2);
        explanation.FellAt.ToString().ShouldBe("where !o.ExcludedNetworks.Contains(c.RemoteAddress): false (RemoteAddress = 10.1.2.3, in 10.0.0.0/8)");
        explanation.ToString().ShouldContain("It falls at stage 2 (where).");
    }

    [Fact]
    public void Explain_event_that_fails_a_conjunction_names_the_part_that_failed()
    {
        var image = s_bursts.Explain(Connections.At(0, image: @"C:\x\Chrome.exe")).FellAt!;
        var port = s_bursts.Explain(Connections.At(0, port: 1024)).FellAt!;

        image.Lines.ShouldBe([@"!o.ExcludedImages.Matches(c.Image): false (Image = 'C:\x\Chrome.exe', ends with chrome.exe)"]);
        image.Conditions[0].Parts.Select(part => part.Holds).ShouldBe([false, true]);
        port.Lines.ShouldBe(["RemotePort != reserved (1024): 1024"]);
    }

    [Fact]
    public void Explain_event_short_of_a_threshold_says_by_how_much_and_adding_that_passes() => Gen.Int[0, 1023].Sample(port =>
    {
        var detection = Detection.Define("ports", (Events<NetworkConnection> events) => events.Where(c => c.RemotePort >= 1024).Select(c => new { c.Host }));
        var condition = detection.Explain(Connections.At(0, port: port)).FellAt!.Conditions[0];

        condition.ToString().ShouldBe($"RemotePort >= 1024: {port}, short by {1024 - port}");
        detection.Explain(Connections.At(0, port: port + (int)(decimal)condition.Shortfall!)).Passes.ShouldBeTrue();
    }, iter: Iterations.Of(20));

    [Fact]
    public void Explain_event_whose_predicate_throws_is_faulty()
    {
        var detection = Detection.Define("faulty", (Events<NetworkConnection> events) => events.Where(c => c.Host!.Length > 0).Select(c => new { c.Host }));
        var explanation = detection.Explain(Connections.At(0, host: null));

        explanation.Passes.ShouldBeFalse();
        explanation.FellAt!.Verdict.ShouldBe(StageVerdict.Faulty);
        explanation.FellAt.Error.ShouldBeOfType<NullReferenceException>();
    }

    [Fact]
    public void Explain_event_guarded_by_a_conjunct_falls_without_fault()
    {
        var detection = Detection.Define("guarded", (Events<NetworkConnection> events) => events.Where(c => c.Host != null && c.Host.Length > 0).Select(c => new { c.Host }));
        var fell = detection.Explain(Connections.At(0, host: null)).FellAt!;

        fell.Verdict.ShouldBe(StageVerdict.Fell);
        fell.Lines.ShouldBe(["Host != null: null"]);
    }

    [Fact]
    public void Explain_event_that_fails_a_disjunction_names_every_part()
    {
        var detection = Detection.Define("either", (Events<NetworkConnection> events) => events.Where(c => c.RemotePort > 443 || c.Host == "B").Select(c => new { c.Host }));

        detection.Explain(Connections.At(0)).FellAt!.Lines.ShouldBe(["RemotePort > 443: 443, and must be above that; nor Host == 'B': 'A'"]);
        detection.Explain(Connections.At(0, host: "B")).Passes.ShouldBeTrue();
    }

    [Fact]
    public void Explain_event_of_a_stateless_rule_gives_the_alert_and_its_tier()
    {
        var detection = Detection.Define("stateless", (Events<NetworkConnection> events) => events.Tier(BurstTier.High, c => c.RemotePort == 443).Select((c, tier) => new { c.Host, tier }));
        var high = detection.Explain(Connections.At(0)).Paths.ShouldHaveSingleItem();
        var none = detection.Explain(Connections.At(0, port: 80));

        high.Alert.ShouldBe(new { Host = "A", tier = BurstTier.High });
        high.Tier!.Label.ShouldBe("HIGH - few ports");
        none.FellAt!.Lines.ShouldBe(["High  RemotePort == 443: 80, off by 363", "no tier holds"]);
    }

    [Fact]
    public void Explain_event_in_hopping_windows_names_each()
    {
        var detection = Detection.Define("hopping", (Events<NetworkConnection> events) => events
            .GroupBy(c => c.Host).Window(w => w.Hopping(TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(20))).Aggregate(w => new { w.Key, N = w.Count() }));

        detection.Explain(Connections.At(30)).Paths[0].Group!.Windows.Select(window => window.Start).ShouldBe([Connections.Start.AddMinutes(-20), Connections.Start, Connections.Start.AddMinutes(20)]);
    }

    [Fact]
    public void Explain_event_of_a_branching_plan_follows_each_way()
    {
        var detection = Detection.Define("branches", (Events<NetworkConnection> events) =>
            events.Where(c => c.RemotePort == 80).Merge(events.Where(c => c.Host == "A")).Select(c => new { c.Host }));
        var explanation = detection.Explain(Connections.At(0));

        explanation.Paths.Select(path => path.FellAt is null).ShouldBe([false, true]);
        explanation.Passes.ShouldBeTrue();
    }

    [Fact]
    public void Explain_event_of_another_type_is_refused() =>
        Should.Throw<ArgumentException>(() => s_bursts.Explain("text")).Message.ShouldBe("bursts reads no String; it reads NetworkConnection.");
}
