using DetectionKit.Testing.Cases;

namespace DetectionKit.Testing.Tests.Cases;

public sealed class CaseRunnerTests
{
    [Fact]
    public void RunAll_runs_each_case_in_every_runtime()
    {
        var outcomes = CaseRunner.RunAll(new FailedCalls());

        outcomes.Select(o => o.Runtime).Distinct().ShouldBe(["pushed", "list", "async", "observable"]);
        outcomes.Count.ShouldBe(3 * 4);
        outcomes.ShouldAllBe(o => o.IsAsExpected);
    }

    [Fact]
    public void RunAll_says_what_came_in_lieu_of_what_was_expected()
    {
        var wrong = CaseRunner.RunAll(new Wrong());

        wrong.ShouldAllBe(o => !o.IsAsExpected);
        wrong[0].ToString().ShouldBe("three fail (pushed): High expected, Low came");
        wrong[^1].ToString().ShouldBe("nothing is said (observable): it does not say what is expected; end it with Fires() or StaysSilent(). What came: Low");
    }

    [Fact]
    public void Events_of_several_kinds_are_pushed_to_one_run()
    {
        var outcome = CaseRunner.RunAll(new CallsAndAlarms()).ShouldHaveSingleItem();

        outcome.Runtime.ShouldBe("pushed");
        outcome.ToString().ShouldBe("a call and two alarms of three hosts: 3 alerts");
        outcome.IsAsExpected.ShouldBeTrue();
    }

    [Fact]
    public void Cases_of_every_detection_of_the_pack_are_as_expected()
    {
        var detection = new Detections.VpsBeaconing();

        detection.Cases.Count.ShouldBeGreaterThan(20);
        CaseRunner.RunAll(detection).Where(o => !o.IsAsExpected).Select(o => o.ToString()).ShouldBeEmpty();
    }

    private sealed record Alarm(DateTimeOffset Time, string Host);

    private sealed class CallsAndAlarms : Detection<string>
    {
        public override IReadOnlyList<DetectionCase> Cases =>
            [DetectionCase.Of("a call and two alarms of three hosts", Rules.Calls(1)).And<Alarm>([new(DateTimeOffset.UnixEpoch, "b"), new(DateTimeOffset.UnixEpoch, "c")]).FiresTimes(3)];

        public override DetectionQuery<string> Define(EventSources events) => events.Of<Call>().Select(c => c.Host).Merge(events.Of<Alarm>().Select(a => a.Host));
    }

    private sealed class Wrong : Detection<Call, string, CallOptions>
    {
        public override IReadOnlyList<DetectionCase> Cases => [DetectionCase.Of("three fail", Rules.Calls(3)).Fires(Risk.High), DetectionCase.Of("nothing is said", Rules.Calls(3))];

        public override DetectionQuery<string> Define(Events<Call> events, CallOptions o) => new FailedCalls().Define(events, o);
    }
}
