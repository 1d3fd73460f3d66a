using DetectionKit.Analyzers.Rules.MissingTechnique;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.MissingTechnique;

public sealed class MissingTechniqueTests
{
    [Fact]
    public Task Reports_a_detection_without_one() => RuleTest.ExpectsAsync<MissingTechniqueAnalyzer>(
        """
        [Detection("rule")]
        public sealed class {|DK1001:Rule|} : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_with_one() => RuleTest.ExpectsAsync<MissingTechniqueAnalyzer>(
        """
        [Detection("rule")]
        [AttackTechnique("T1583.003")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_other_classes() => RuleTest.ExpectsAsync<MissingTechniqueAnalyzer>(
        """
        public sealed class Rule { }
        """);
}
