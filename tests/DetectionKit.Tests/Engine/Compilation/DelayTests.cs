using DetectionKit.Engine;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Engine;

/// <summary>How far the end of a plan is behind the watermark: sets put the alerts of several detections in order by it.</summary>
public sealed class DelayTests
{
    private static readonly RunSettings s_settings = new() { AllowedLateness = TimeSpan.FromMinutes(7) };
    private static readonly FlowDetection<string?> s_hosts = new("hosts", (events, o) => events.Select(c => c.Host));
    private static readonly FlowDetection<string?> s_counts = new("counts", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Key));

    public static TheoryData<string> Names => [.. s_plans.Keys];

    private static readonly Dictionary<string, Func<Outcome>> s_plans = new()
    {
        ["stateless"] = () => Run(s_hosts),
        ["tumbling"] = () => Run(s_counts),
        ["sliding"] = () => Run(new FlowDetection<string?>("d", (events, o) => events.GroupBy(c => c.Host).Window(w => w.Sliding(o.Window)).Aggregate(w => w.Key))),
        ["filtered and tiered"] = () => Run(new FlowDetection<string?>("d", (events, o) => events.Where(c => c.Port > 0).Tier(FlowRisk.High, c => c.Port > 1).Select((c, risk) => c.Host))),
        ["windows of windows"] = () => Run(new FlowDetection<int>("d", (events, o) =>
            events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key }).GroupBy(x => x.Key).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Count()))),
        ["distinct"] = () => Run(new FlowDetection<string?>("d", (events, o) => events.Distinct(c => c.Host, () => o.Quiet).Select(c => c.Host))),
        ["distinct windows"] = () => Run(new FlowDetection<string?>("d", (events, o) =>
            events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key }).Distinct(x => x.Key, () => o.Quiet).Select(x => x.Key))),
        ["events and windows"] = () => Run(new FlowDetection<string?>("d", (events, o) =>
            events.Where(c => c.Port == 80).Select(c => c.Host).Merge(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Key)))),
        ["windows and events"] = () => Run(new FlowDetection<string?>("d", (events, o) =>
            events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => w.Key).Merge(events.Where(c => c.Port == 80).Select(c => c.Host)))),
        ["windows joined with events"] = () => Run(new FlowDetection<string?>("d", (events, o) =>
            events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key }).Join(events.Latest(), x => x.Key, e => e.Host, (x, e) => x.Key))),
        ["events joined with windows"] = () => Run(new FlowDetection<string?>("d", (events, o) =>
            events.LeftJoin(events.GroupBy(c => c.Host).Window(w => w.Tumbling(o.Window)).Aggregate(w => new { w.Key }).Latest(), e => e.Host, x => x.Key, (e, x) => e.Host))),
        ["alerts of events"] = () => Run(new Outer("d", events => events.Alerts(s_hosts).Select(a => a.Value))),
        ["alerts of windows"] = () => Run(new Outer("d", events => events.Alerts(s_counts).Select(a => a.Value))),
        ["windows of alerts"] = () => Run(new Outer("d", events => events.Alerts(s_counts).GroupBy(a => a.Value).Window(w => w.Tumbling(TimeSpan.FromHours(2))).Aggregate(w => w.Key))),
    };

    private sealed record Outcome(IReadOnlyList<long> Due, IReadOnlyList<long> Left);

    [Theory]
    [MemberData(nameof(Names))]
    public void Alert_leaves_at_the_watermark_that_is_said_to_make_it_due(string plan)
    {
        var outcome = s_plans[plan]();

        outcome.Due.ShouldNotBeEmpty();
        outcome.Left.ShouldBe(outcome.Due);
    }

    // Each alert is looked for at the watermark that is said, and at the one before it.
    private static Outcome Run<TAlert, TOptions>(Detection<TAlert, TOptions> detection)
        where TOptions : class, new()
    {
        var all = new List<long>();
        var engine = Engine();
        engine.Complete();
        engine.TakeAlerts((_, due) => all.Add(due));

        var left = new List<long>();
        engine = Engine();
        foreach (var due in all.Distinct())
        {
            foreach (var watermark in new[] { due - 1, due })
            {
                engine.AdvanceWatermark(watermark);
                engine.TakeAlerts((_, _) => left.Add(watermark));
            }
        }

        return new(all, left);

        DetectionEngine<TAlert, TOptions> Engine()
        {
            var made = new DetectionEngine<TAlert, TOptions>(detection.Plan, detection.Info, new(), s_settings, new());
            made.Push(new ObjectBatch<Flow>([.. new[] { 0, 3, 70 }.Select(minute => new Flow(Flows.Bases[0].AddMinutes(minute), "a", null, null, 80, null, null, null, default, default, default))]));
            return made;
        }
    }

    private sealed class Outer(string id, Func<EventSources, DetectionQuery<string?>> query) : Detection<string?>
    {
        public override DetectionInfo Info { get; } = new() { Id = id, Title = id };

        public override DetectionQuery<string?> Define(EventSources events) => query(events);
    }
}
