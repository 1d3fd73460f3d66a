using DetectionKit.Analyzers.Rules.OnlyPositiveTests;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.OnlyPositiveTests;

public sealed class OnlyPositiveTestsTests
{
    [Fact]
    public Task Reports_a_detection_that_must_only_fire() => RuleTest.ExpectsAsync<OnlyPositiveTestsAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }

        public sealed class RuleTests
        {
            [Xunit.Fact]
            public void {|DK8002:Fires_when_called|}() => Xunit.Assert.Single(new List<Call>().Detect(new Rule()));
        }
        """);

    [Fact]
    public Task Stays_silent_when_a_test_expects_nothing() => RuleTest.ExpectsAsync<OnlyPositiveTestsAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }

        public sealed class RuleTests
        {
            [Xunit.Fact]
            public void Fires_when_called() => Xunit.Assert.Single(new List<Call>().Detect(new Rule()));
        }

        public sealed class SilentTests
        {
            [Xunit.Fact]
            public void Stays_silent_when_not() => Xunit.Assert.Empty(new List<Call>().Detect(new Rule()));
        }
        """);
}
