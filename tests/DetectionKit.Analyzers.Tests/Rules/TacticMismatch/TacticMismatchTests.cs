using DetectionKit.Analyzers.Rules.TacticMismatch;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.TacticMismatch;

namespace DetectionKit.Analyzers.Tests.Rules.TacticMismatch;

public sealed class TacticMismatchTests
{
    [Fact]
    public Task Reports_a_tactic_of_another_technique() => RuleTest.ExpectsAsync<TacticMismatchAnalyzer>(
        """
        [{|DK1007:AttackTechnique("T1583.003", Tactic = "TA0011")|}]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_its_own() => RuleTest.ExpectsAsync<TacticMismatchAnalyzer>(
        """
        [AttackTechnique("T1583.003", Tactic = "TA0042")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_without_a_tactic() => RuleTest.ExpectsAsync<TacticMismatchAnalyzer>(
        """
        [AttackTechnique("T1583.003")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_any_of_several() => RuleTest.ExpectsAsync<TacticMismatchAnalyzer>(
        """
        [AttackTechnique("T1078", Tactic = "TA0001")]
        [AttackTechnique("T1078.001", Tactic = "TA0003")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Fix_writes_its_own() => RuleTest.FixesAsync<TacticMismatchAnalyzer, TacticMismatchFix>(
        """
        [{|DK1007:AttackTechnique("T1583.003", Tactic = "TA0011")|}]
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
