using CsCheck;

namespace DetectionKit.Tests.Properties;

public sealed class EarlyTriggerTests
{
    private static readonly Gen<RunSettings> s_settings = Gen.Select(Gen.OneOf(Disorder.Any, Disorder.None, Disorder.Within(TimeSpan.FromMinutes(30))), Gen.OneOf(1, 7, 1024), Gen.OneOf(0, 40), (disorder, batch, lateness) =>
        new RunSettings { Disorder = disorder, BatchSize = batch, AllowedLateness = TimeSpan.FromMinutes(lateness) });

    public static TheoryData<string> Panes => [.. QueryCases.All.Where(query => query.CanBeEarly && !query.IsSliding).Select(query => query.Name)];

    public static TheoryData<string> Episodes => [.. QueryCases.All.Where(query => query.CanBeEarly && query.IsSliding).Select(query => query.Name)];

    public static TheoryData<string> All => [.. QueryCases.All.Where(query => query.CanBeEarly).Select(query => query.Name)];

    [Theory]
    [MemberData(nameof(Panes))]
    public void Last_revision_is_the_alert_at_close(string name)
    {
        var query = QueryCases.Named(name);
        Gen.Select(Flows.Disordered(40, TimeSpan.FromMinutes(30)), s_settings).Sample((flows, settings) =>
        {
            var atClose = query.Batch(flows, settings).Last;
            var early = query.Batch(flows, settings with { Trigger = AlertTrigger.Early }).Last;
            early.Values.Where(alert => alert.Status == AlertStatus.Withdrawn).ShouldAllBe(alert => !atClose.ContainsKey(alert.Id));
            early.Values.Where(alert => alert.Status != AlertStatus.Withdrawn).ToDictionary(alert => alert.Id, alert => alert.Claim)
                .ShouldBe(atClose.Values.ToDictionary(alert => alert.Id, alert => alert.Claim), ignoreOrder: true);
        }, iter: Iterations.Of(30));
    }

    [Theory]
    [MemberData(nameof(Episodes))]
    public void First_revision_of_an_episode_is_its_alert_at_close(string name)
    {
        var query = QueryCases.Named(name);
        Gen.Select(Flows.Disordered(40, TimeSpan.FromMinutes(30)), s_settings).Sample((flows, settings) =>
        {
            var atClose = query.Batch(flows, settings).Alerts;
            var early = query.Batch(flows, settings with { Trigger = AlertTrigger.Early }).Alerts;
            early.ShouldAllBe(alert => alert.Status != AlertStatus.Withdrawn);
            early.Where(alert => alert.Revision == 0).Select(First).ShouldBe(atClose.Select(First), ignoreOrder: true);
        }, iter: Iterations.Of(30));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Revisions_are_counted_up_and_the_last_words_agree_between_runtimes(string name)
    {
        var query = QueryCases.Named(name);
        Gen.Select(Flows.Disordered(40, TimeSpan.FromMinutes(30)), s_settings).Sample((flows, settings) =>
        {
            settings = settings with { Trigger = AlertTrigger.Early };
            var expected = query.OneByOne(flows, settings);
            foreach (var revisions in expected.Alerts.GroupBy(alert => alert.Id)) revisions.Select(alert => alert.Revision).ShouldBe(Enumerable.Range(0, revisions.Count()));
            foreach (var other in new[] { query.Batch(flows, settings), query.Reactive(flows, settings) })
            {
                other.Last.ToDictionary(alert => alert.Key, alert => alert.Value.Identified).ShouldBe(expected.Last.ToDictionary(alert => alert.Key, alert => alert.Value.Identified), ignoreOrder: true);
                other.Report.LateEvents.ShouldBe(expected.Report.LateEvents);
            }

            expected.Report.StateBytes.ShouldBe(0);
        }, iter: Iterations.Of(20));
    }

    private static string First(AlertView alert) => alert.Id + alert.Claim;
}
