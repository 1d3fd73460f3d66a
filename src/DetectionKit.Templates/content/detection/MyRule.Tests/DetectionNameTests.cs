using DetectionKit;
using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Events;
using DetectionKit.Testing.Generation;
using DetectionKit.Testing.Harness;
using DetectionKit.Testing.Mutations;
using DetectionName.Rules;
using Xunit;

namespace DetectionName.Tests;

public sealed class DetectionNameTests
{
    public static TheoryData<DetectionCase> Kept => [.. new Rules.DetectionName().Cases];

    public static TheoryData<DetectionCase> Generated => [.. GeneratedCases.Of<Rules.DetectionName>()];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Case_is_as_expected_in_every_runtime(DetectionCase one) =>
        Assert.All(CaseRunner.RunAll(new Rules.DetectionName(), one), outcome => Assert.True(outcome.IsAsExpected, outcome.ToString()));

    [Theory]
    [MemberData(nameof(Generated))]
    public void Generated_case_gives_the_same_in_every_runtime(DetectionCase one) =>
        Assert.All(CaseRunner.RunAll(new Rules.DetectionName(), one), outcome => Assert.True(outcome.IsAsExpected, outcome.ToString()));

    [Fact]
    public void Fires_when_a_success_follows_as_many_failures_as_the_options_say()
    {
        var signIn = EventBuilder.Of<SignIn>();
        var failures = signIn.With(s => s.Succeeded, false).Every(20.Seconds(), times: 3);

        DetectionTest.For<Rules.DetectionName>(new DetectionNameOptions { MinFailures = 3 }).Given(failures).Given([signIn.With(s => s.Succeeded, true).At("00:05")]).Alerts(Risk.Medium);
    }

    [Fact]
    public void Cases_notice_every_mistake_in_the_rule() => RuleMutations.Of<Rules.DetectionName>().KilledByCases().ScoreAtLeast(1);
}
