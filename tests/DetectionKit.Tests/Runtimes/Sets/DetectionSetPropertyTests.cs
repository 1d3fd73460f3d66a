using System.Reactive.Linq;
using CsCheck;
using DetectionKit.Tests.Properties;

namespace DetectionKit.Tests.Runtimes.Sets;

public sealed class DetectionSetPropertyTests
{
    private static readonly TimeSpan s_disorder = TimeSpan.FromMinutes(30);
    private static readonly QueryCase[] s_cases = [.. QueryCases.All.Where(query => query.ReadsFlows)];

    // Of few distinct ones, so that some come twice and share their state.
    private static readonly Gen<QueryCase[]> s_sets = Gen.OneOf(s_cases).Array[1, 3].SelectMany(few => Gen.OneOf(few).Array[1, 5]);

    private static readonly Gen<RunSettings> s_settings = Gen.Select(
        Gen.OneOf(Disorder.Any, Disorder.None, Disorder.Within(TimeSpan.FromMinutes(5)), Disorder.Within(s_disorder)), Gen.OneOf(0, 0, 7, 60), Gen.OneOf(1, 7, 1024), Gen.OneOf(0, 3),
        (disorder, lateness, batch, evidence) => new RunSettings { Disorder = disorder, AllowedLateness = TimeSpan.FromMinutes(lateness), BatchSize = batch, EvidenceEvents = evidence });

    [Fact]
    public void Each_detection_of_a_set_gives_the_alerts_that_it_gives_alone() =>
        Gen.Select(s_sets, Flows.Disordered(60, s_disorder), s_settings).Sample((cases, flows, settings) =>
        {
            var alerts = flows.Detect(SetOf(cases), settings).ToList();
            foreach (var query in cases.Distinct())
            {
                var alone = query.Batch(flows, settings).Identified;
                var together = alerts.Where(alert => alert.Detection.Id == query.Name).Select(alert => AlertView.Of(alert).Identified).ToList();
                together.Distinct().ShouldBe(alone);
                together.Count.ShouldBe(alone.Count * cases.Count(other => other == query));
            }
        }, iter: Iterations.Of(300));

    [Fact]
    public void Runtimes_give_the_same_alerts_in_the_same_order() =>
        Gen.Select(s_sets, Flows.Disordered(60, s_disorder), s_settings).Sample((cases, flows, settings) =>
        {
            var run = SetOf(cases).Start(settings);
            var expected = flows.SelectMany(run.PushEvent).ToList().Concat(run.Complete()).Select(Text).ToList();
            flows.Detect(SetOf(cases), settings).Select(Text).ShouldBe(expected);
            flows.ToObservable().Detect(SetOf(cases), settings).ToEnumerable().Select(Text).ShouldBe(expected);
            flows.ToAsyncEnumerable().Detect(SetOf(cases), settings).ToBlockingEnumerable().Select(Text).ShouldBe(expected);
            run.Report.Events.ShouldBe(flows.Length);
            run.Report.Alerts.ShouldBe(expected.Count);
        }, iter: Iterations.Of(300));

    [Fact]
    public void Early_alerts_are_those_that_each_gives_alone() =>
        Gen.Select(s_sets, Flows.Disordered(40, s_disorder), s_settings).Sample((cases, flows, settings) =>
        {
            settings = settings with { Trigger = AlertTrigger.Early };
            var early = cases.Where(query => query.CanBeEarly).ToArray();
            if (early.Length == 0) return;
            var alerts = flows.Detect(SetOf(early), settings).ToList();
            foreach (var query in early.Distinct())
            {
                var alone = query.OneByOne(flows, settings).Identified;
                var count = early.Count(other => other == query);
                alerts.Where(alert => alert.Detection.Id == query.Name).Select(Text).Order().ShouldBe(alone.SelectMany(alert => Enumerable.Repeat(query.Name + alert, count)).Order());
            }
        }, iter: Iterations.Of(200));

    private static string Text(Alert alert) => alert.Detection.Id + AlertView.Of(alert).Identified;

    private static DetectionSet SetOf(IEnumerable<QueryCase> cases)
    {
        var set = new DetectionSet();
        foreach (var query in cases) query.AddTo(set);
        return set;
    }
}
