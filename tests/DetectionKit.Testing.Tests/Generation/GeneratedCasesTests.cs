using DetectionKit.Testing.Cases;
using DetectionKit.Testing.Generation;
using DetectionKit.Testing.Mutations;

namespace DetectionKit.Testing.Tests.Generation;

public sealed class GeneratedCasesTests
{
    public static TheoryData<Type> Detections =>
        [typeof(FailedCalls), typeof(DetectionKit.Detections.VpsBeaconing), typeof(Spray), typeof(Exfiltration), typeof(Guessed), typeof(Abroad), typeof(Busy), typeof(AtNight), typeof(InTheEnd), typeof(Fetch), typeof(Unanswered), typeof(Moved), typeof(NewPort)];

    // <snippet generated>
    public static TheoryData<DetectionCase> Generated => [.. GeneratedCases.Of<FailedCalls>()];

    [Theory]
    [MemberData(nameof(Generated))]
    public void Generated_case_gives_the_same_in_every_runtime(DetectionCase one) =>
        CaseRunner.RunAll(new FailedCalls(), one).ShouldAllBe(outcome => outcome.IsAsExpected);
    // </snippet>

    [Theory]
    [MemberData(nameof(Detections))]
    public void Of_has_what_fires_and_what_does_not(Type type)
    {
        var cases = GeneratedCases.Of((Detection)Activator.CreateInstance(type)!);

        cases.ShouldContain(one => one.Expected!.Alerts > 0);
        cases.ShouldContain(one => one.Expected!.Alerts == 0);
        cases.ShouldAllBe(one => !string.IsNullOrEmpty(one.Probes));
    }

    [Theory]
    [MemberData(nameof(Detections))]
    public void Of_tells_the_mutants_of_a_rule_from_it(Type type)
    {
        var detection = (Detection)Activator.CreateInstance(type)!;

        var result = RuleMutations.Of(detection).KilledBy([.. GeneratedCases.Of(detection).Select(one => one.Kept())]);

        // Some mutants show under other options only.
        result.Survivors.Where(survivor => result.KillerOf(survivor) is null).Select(survivor => survivor.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Of_probes_every_stage_from_both_sides()
    {
        var cases = GeneratedCases.Of<FailedCalls>();

        DetectionCase Named(string name) => cases.Where(one => one.Name == name).ShouldHaveSingleItem();
        Named("Calls 2").Expected.ShouldBe(new CaseExpectation(0, null));
        Named("Calls 3").Expected!.Tiers.ShouldBe(["Low"]);
        Named("Calls 4").Expected!.Tiers.ShouldBe(["Low"]);
        Named("Calls 5").Expected!.Tiers.ShouldBe(["High"]);
        Named("Failed False").Expected!.Alerts.ShouldBe(0);
        Named("half of them with another Host").Expected!.Alerts.ShouldBe(0);
        Named("astride the edge of a window").Expected!.Alerts.ShouldBe(0);
        Named("one short in each of two windows").Expected!.Alerts.ShouldBe(0);
        Named("Calls 5").Probes.ShouldBe("tier High: b.Calls >= 5");
        Named("Failed False").Probes.ShouldBe("where: c.Failed");
    }

    [Fact]
    public void Of_under_other_options_probes_their_bounds()
    {
        var cases = GeneratedCases.Of(new FailedCalls(), new CallOptions { Least = 7 });

        cases.Where(one => one.Name == "Calls 6").ShouldHaveSingleItem().Expected!.Alerts.ShouldBe(0);
        cases.Where(one => one.Name == "Calls 7").ShouldHaveSingleItem().Expected!.Tiers.ShouldBe(["High"]);
    }
}
