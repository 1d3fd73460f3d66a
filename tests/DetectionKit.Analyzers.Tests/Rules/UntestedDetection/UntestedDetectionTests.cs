using DetectionKit.Analyzers.Rules.UntestedDetection;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.UntestedDetection;

public sealed class UntestedDetectionTests
{
    [Fact]
    public Task Reports_what_no_test_names() => RuleTest.ExpectsAsync<UntestedDetectionAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }

        public sealed class {|DK8001:Other|} : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }

        public sealed class RuleTests
        {
            [Xunit.Fact]
            public void Fires_when_called() => new List<Call>().Detect(new Rule());
        }
        """);

    [Fact]
    public Task Stays_silent_where_tests_are_elsewhere() => RuleTest.ExpectsAsync<UntestedDetectionAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);
}
