using DetectionKit.Testing.Events;
using DetectionKit.Testing.Harness;

namespace DetectionKit.Testing.Tests.Harness;

public sealed class DetectionTestTests
{
    private static readonly EventBuilder<Call> s_failed = EventBuilder.Of<Call>().With(c => c.Failed, true);

    [Fact]
    public void Expectations_that_hold_give_the_alerts()
    {
        // <snippet harness>
        var call = EventBuilder.Of<Call>().With(c => c.Failed, true);
        var test = DetectionTest.For<FailedCalls>(new CallOptions { Least = 4 });

        test.Given(call.Every(5.Minutes(), times: 4)).Alerts(Risk.Low);
        test.Given(call.Every(5.Minutes(), times: 3)).StaysSilent();
        test.Given(call.At("00:05"), call.At("00:06")).StaysSilent();
        test.Given(Marbles.Read("xx-x-(xx)|", 1.Minutes(), ('x', call))).Alerts(Risk.High);
        // </snippet>
        DetectionTest.For<FailedCalls>().Given(s_failed.Every(5.Minutes(), 3)).Given(s_failed.With(c => c.Host, "b").Every(5.Minutes(), 5)).Alerts(Risk.High, Risk.Low).LastWords.Count.ShouldBe(2);
        DetectionTest.For<FailedCalls>().Given(s_failed.Every(5.Minutes(), 3)).Alerts().Runtime.ShouldBe("pushed");
        DetectionTest.For<FailedCalls>().Given(s_failed.Every(30.Minutes(), 50)).AlertsTimes(0);
        DetectionTest.For<FailedCalls>().Given(s_failed.Every(1.Minutes(), 120)).AlertsAtLeast(2);
    }

    [Fact]
    public void A_failure_says_how_far_the_events_came()
    {
        var failure = Should.Throw<DetectionTestException>(() => DetectionTest.For<FailedCalls>().Given(s_failed.Every(5.Minutes(), 2)).Alerts(Risk.Low));

        failure.Message.ShouldStartWith("failed-calls (pushed): Low expected, no alert came.\n");
        failure.Message.ShouldContain("Calls >= Least (3): 2, short by 1");
    }

    [Fact]
    public void A_failure_names_the_filter_that_drops_the_events()
    {
        var failure = Should.Throw<DetectionTestException>(() => DetectionTest.For<FailedCalls>().Given(s_failed.With(c => c.Failed, false).Every(5.Minutes(), 3)).AlertsTimes(1));

        failure.Message.ShouldContain("1 alert expected, no alert came.");
        failure.Message.ShouldContain("c.Failed");
    }

    [Fact]
    public void Wrong_numbers_and_tiers_fail()
    {
        var test = DetectionTest.For<FailedCalls>().Given(s_failed.Every(5.Minutes(), 3));

        Should.Throw<DetectionTestException>(() => test.Alerts(Risk.High)).Message.ShouldStartWith("failed-calls (pushed): High expected, Low came.");
        Should.Throw<DetectionTestException>(() => test.StaysSilent());
        Should.Throw<DetectionTestException>(() => test.AlertsTimes(2));
        Should.Throw<DetectionTestException>(() => test.AlertsAtLeast(2)).Message.ShouldContain("at least 2 alerts expected");
        Should.Throw<DetectionTestException>(() => test.Alerts(Risk.Low, Risk.Low));
        Should.Throw<InvalidOperationException>(() => DetectionTest.For<FailedCalls>().StaysSilent()).Message.ShouldContain("Given");
        Should.Throw<ArgumentException>(() => DetectionTest.For<FailedCalls>("x")).Message.ShouldContain("takes CallOptions, not String");
    }

    [Fact]
    public void Late_events_and_revisions_are_expected_by_number()
    {
        var inOrder = new RunSettings { Disorder = Disorder.None };
        Call[] late = [.. s_failed.Every(5.Minutes(), 3), s_failed.At("02:00"), s_failed.At("00:20")];

        DetectionTest.For<FailedCalls>().With(inOrder).Given(late).SetsAsideLate(1);
        Should.Throw<DetectionTestException>(() => DetectionTest.For<FailedCalls>().With(inOrder).Given(late).SetsAsideLate(0)).Message.ShouldContain("1 late events");
        DetectionTest.For<FailedCalls>().With(inOrder with { AllowedLateness = 3.Hours() }).Given(late).SetsAsideLate(0);
        DetectionTest.For<FailedCalls>().With(inOrder with { Trigger = AlertTrigger.Early, BatchSize = 1 }).Given(s_failed.Every(1.Minutes(), 5)).Revises(1);
    }

}
