using CsCheck;

namespace DetectionKit.Tests.Properties;

public sealed class RuntimeEqualityTests
{
    private static readonly TimeSpan s_disorder = TimeSpan.FromMinutes(30);

    private static readonly Gen<Disorder> s_tolerances = Gen.OneOf(
        Disorder.Any, Disorder.None, Disorder.Within(TimeSpan.FromMinutes(1)), Disorder.Within(TimeSpan.FromMinutes(20)), Disorder.Within(s_disorder), Disorder.Within(TimeSpan.FromHours(9)));

    private static readonly Gen<RunSettings> s_settings = AnyRunSettings.Of(s_tolerances, Gen.OneOf(1, 2, 7, 1024), Gen.OneOf(2, 7, 24));

    public static TheoryData<string> Names => QueryCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Runtimes_agree_at_equal_settings(string name)
    {
        var query = QueryCases.Anew(name);
        Gen.Select(Flows.Disordered(60, s_disorder), s_settings, Gen.OneOf(1, 3, 100)).Sample((flows, settings, waitEvery) =>
        {
            var expected = query.OneByOne(flows, settings);
            Outcome[] others =
            [
                query.Batch(flows, settings), query.Reactive(flows, settings), query.Columns(flows, settings), query.DictionaryColumns(flows, settings),
                query.Asynchronous(flows, settings, waitEvery).GetAwaiter().GetResult(),
            ];
            foreach (var other in others)
            {
                other.Identified.ShouldBe(expected.Identified);
                other.Counters.ShouldBe(expected.Counters);
            }

            expected.Report.StateBytes.ShouldBe(0);
            expected.Report.OpenGroups.ShouldBe(0);
            expected.Alerts.Select(alert => alert.Id).ShouldBeUnique();
        }, iter: Iterations.Of(40));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Live_alerts_leave_with_the_event_that_causes_them(string name)
    {
        var query = QueryCases.Named(name);
        Gen.Select(Flows.Disordered(60, s_disorder), s_settings).Sample((flows, settings) =>
        {
            var (live, expected) = query.AlertsAfterEachEvent(flows, settings);
            live.ShouldBe(expected);
        }, iter: Iterations.Of(40));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Order_of_events_does_not_matter_in_any_order(string name)
    {
        var query = QueryCases.Named(name);
        Flows.Stream(60).SelectMany(flows => Gen.Shuffle(flows).Select(shuffled => (flows, shuffled))).Sample((flows, shuffled) =>
            query.Batch(shuffled, RunSettings.Default).Identified.ShouldBe(query.Batch(flows, RunSettings.Default).Identified), iter: Iterations.Of(30));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Order_of_events_within_the_tolerance_does_not_matter(string name)
    {
        var query = QueryCases.Named(name);
        Flows.Disordered(60, s_disorder).Sample(flows =>
        {
            var settings = new RunSettings { Disorder = Disorder.Within(s_disorder), BatchSize = 7 };
            var made = query.Batch(flows, settings);
            made.Report.LateEvents.ShouldBe(0);
            made.Identified.ShouldBe(query.Batch(flows, RunSettings.Default).Identified);
        }, iter: Iterations.Of(30));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Derived_events_are_events(string name)
    {
        var query = QueryCases.Named(name);
        Flows.Stream(40).Sample(flows =>
        {
            var loud = flows.Select(f => (Flow)new LoudFlow(f.Time, f.Host, f.User, f.Address, f.Port, f.Bytes, f.Score, f.Cost, f.Kind, f.Session, f.Boot, 11));
            query.Batch(loud, RunSettings.Default).Identified.ShouldBe(query.Batch(flows, RunSettings.Default).Identified);
        }, iter: Iterations.Of(3));
    }
}
