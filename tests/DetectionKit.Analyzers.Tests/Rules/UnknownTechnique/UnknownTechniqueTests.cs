using DetectionKit.Analyzers.Rules.UnknownTechnique;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.UnknownTechnique;

namespace DetectionKit.Analyzers.Tests.Rules.UnknownTechnique;

public sealed class UnknownTechniqueTests
{
    [Fact]
    public Task Reports_a_technique_that_does_not_exist() => RuleTest.ExpectsAsync<UnknownTechniqueAnalyzer>(
        """
        [{|DK1002:AttackTechnique("T1583.03")|}]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Reports_a_tactic_that_does_not_exist() => RuleTest.ExpectsAsync<UnknownTechniqueAnalyzer>(
        """
        [{|DK1002:AttackTechnique("T1583.003", Tactic = "TA0099")|}]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_what_exists() => RuleTest.ExpectsAsync<UnknownTechniqueAnalyzer>(
        """
        [AttackTechnique("T1583.003", Tactic = "TA0042")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_what_is_revoked() => RuleTest.ExpectsAsync<UnknownTechniqueAnalyzer>(
        """
        [AttackTechnique("T1002")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Fix_writes_the_nearest() => RuleTest.FixesAsync<UnknownTechniqueAnalyzer, UnknownTechniqueFix>(
        """
        [{|DK1002:AttackTechnique("T1583.03", Tactic = "TA0042")|}]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """,
        """
        [AttackTechnique("T1583.003", Tactic = "TA0042")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);
}
