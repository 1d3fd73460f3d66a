using DetectionKit.Detections;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Differences;
using DetectionKit.Testing.Generation;

namespace DetectionKit.Testing.Tests.Differences;

public sealed class RuleDifferencesTests
{
    [Fact]
    public void Between_gives_events_for_every_option_that_differs()
    {
        var old = new VpsBeaconingOptions();
        var @new = new VpsBeaconingOptions { MinConnections = 15, CriticalPorts = 2, Window = TimeSpan.FromHours(2), ExcludedImages = ImageNames.Of("chrome.exe"), CompareWholeFileName = true };

        var differences = RuleDifferences.Between(new VpsBeaconing(), old, @new, TestContext.Current.CancellationToken);

        differences.Select(d => d.Option).ShouldBe(["ExcludedImages", "CompareWholeFileName", "Window", "MinConnections", "CriticalPorts"]);
        differences.ShouldAllBe(d => d.Example != null && d.Example.Expected!.ToString() != d.NewOutcome!.ToString());
        var least = differences.Single(d => d.Option == "MinConnections");
        (least.Old, least.New, least.Stages.ShouldHaveSingleItem()).ShouldBe(("12", "15", "where: b.Connections >= o.MinConnections"));
        CaseEvents.Of(least.Example!).Count.ShouldBeInRange(12, 14);
        least.NewOutcome.ShouldBe(new CaseExpectation(0, null));
    }

    [Fact]
    public void Between_equal_options_there_is_nothing() => RuleDifferences.Between(new VpsBeaconing(), new VpsBeaconingOptions(), new VpsBeaconingOptions(), TestContext.Current.CancellationToken).ShouldBeEmpty();

    [Fact]
    public void Between_refuses_the_options_of_another_rule() =>
        Should.Throw<ArgumentException>(() => RuleDifferences.Between(new VpsBeaconing(), new CallOptions(), new VpsBeaconingOptions())).Message.ShouldContain("takes VpsBeaconingOptions, not CallOptions");

    [Fact]
    public void Against_names_the_cases_that_are_answered_otherwise()
    {
        var kept = GeneratedCases.Of<FailedCalls>();

        RuleDifferences.Against(new FailedCalls(), kept).ShouldBeEmpty();
        var differences = RuleDifferences.Against(new StricterCalls(), kept);
        differences.Select(d => d.Case.Name).ShouldContain("Calls 3");
        differences.Select(d => d.Case.Name).ShouldNotContain("Calls 2");
        differences.Single(d => d.Case.Name == "Calls 3").New.Alerts.ShouldBe(0);
        RuleDifferences.PlanOf(new StricterCalls()).Except(RuleDifferences.PlanOf(new FailedCalls())).ShouldHaveSingleItem().ShouldBe("where: b.Calls > o.Least");
    }

    private sealed class StricterCalls : Detection<Call, string, CallOptions>
    {
        public override DetectionQuery<string> Define(Events<Call> events, CallOptions o) => events
            .Where(c => c.Failed)
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls > o.Least)
            .Tier(Risk.High, b => b.Calls >= 5)
            .Otherwise(Risk.Low)
            .Select((b, risk) => b.Key);
    }
}
