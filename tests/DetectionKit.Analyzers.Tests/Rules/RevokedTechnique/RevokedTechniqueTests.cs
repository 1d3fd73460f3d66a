using DetectionKit.Analyzers.Rules.RevokedTechnique;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.RevokedTechnique;

namespace DetectionKit.Analyzers.Tests.Rules.RevokedTechnique;

public sealed class RevokedTechniqueTests
{
    [Fact]
    public Task Reports_a_revoked_technique() => RuleTest.ExpectsAsync<RevokedTechniqueAnalyzer>(
        """
        [{|DK1003:AttackTechnique("T1002")|}]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_a_current_one() => RuleTest.ExpectsAsync<RevokedTechniqueAnalyzer>(
        """
        [AttackTechnique("T1560")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Fix_writes_what_took_its_place() => RuleTest.FixesAsync<RevokedTechniqueAnalyzer, RevokedTechniqueFix>(
        """
        [{|DK1003:AttackTechnique("T1002")|}]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """,
        """
        [AttackTechnique("T1560")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);
}
