using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Events;
using DetectionKit.Testing.Generation;
using DetectionKit.Testing.Harness;
using DetectionKit.Testing.Mutations;
using Xunit;

namespace RuleUnderTest.Tests;

/// <summary>All that a rule's tests need: its cases in every runtime, the generated ones, what is told of single events, and the mutants of the rule.</summary>
public sealed class AdminShareScanTests
{
    /// <summary>The cases that stand beside the rule.</summary>
    public static TheoryData<DetectionCase> Kept => [.. new AdminShareScan().Cases];

    /// <summary>The cases that the plan itself gives rise to.</summary>
    public static TheoryData<DetectionCase> Generated => [.. GeneratedCases.Of<AdminShareScan>()];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Case_is_as_expected_in_every_runtime(DetectionCase one) =>
        Assert.All(CaseRunner.RunAll(new AdminShareScan(), one), outcome => Assert.True(outcome.IsAsExpected, outcome.ToString()));

    [Theory]
    [MemberData(nameof(Generated))]
    public void Generated_case_gives_the_same_in_every_runtime(DetectionCase one) =>
        Assert.All(CaseRunner.RunAll(new AdminShareScan(), one), outcome => Assert.True(outcome.IsAsExpected, outcome.ToString()));

    [Fact]
    public void Fires_when_as_many_targets_are_reached_as_the_options_say()
    {
        var connection = EventBuilder.Of<ShareConnection>().With(c => c.Share, "C$");
        var test = DetectionTest.For<AdminShareScan>(new AdminShareScanOptions { MinTargets = 2 });

        test.Given(connection.At("00:01"), connection.With(c => c.Target, "SRV-9").At("00:02")).Alerts(ScanRisk.Low);
        test.Given(connection.Every(30.Seconds(), times: 9)).StaysSilent();
    }

    [Fact]
    public void Options_that_make_every_alert_high_are_refused()
    {
        var refused = Assert.Throws<DetectionOptionsException>(() => Array.Empty<ShareConnection>().Detect(new AdminShareScan(), new AdminShareScanOptions { MinTargets = 11 }));

        Assert.Contains("HighTargets is 10, below MinTargets (11): every alert would be high.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Array.Empty<ShareConnection>().Detect(new AdminShareScan(), new AdminShareScanOptions { MinTargets = 10 }));
    }

    [Fact]
    public void Cases_notice_every_mistake_in_the_rule() => RuleMutations.Of<AdminShareScan>().KilledByCases().ScoreAtLeast(1);
}
