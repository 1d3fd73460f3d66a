using DetectionKit.Analyzers.Rules.DuplicateId;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.DuplicateId;

public sealed class DuplicateIdTests
{
    [Fact]
    public Task Reports_both_of_two() => RuleTest.ExpectsAsync<DuplicateIdAnalyzer>(
        """
        [{|DK1004:Detection("a")|}]
        public sealed class A : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }

        [{|DK1004:Detection("A")|}]
        public sealed class B : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_different_ids() => RuleTest.ExpectsAsync<DuplicateIdAnalyzer>(
        """
        [Detection("a")]
        public sealed class A : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }

        [Detection("b")]
        public sealed class B : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);
}
