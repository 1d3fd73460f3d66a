using DetectionKit.Analyzers.Rules.MissingDescription;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.MissingDescription;

namespace DetectionKit.Analyzers.Tests.Rules.MissingDescription;

public sealed class MissingDescriptionTests
{
    [Fact]
    public Task Reports_what_is_missing() => RuleTest.ExpectsAsync<MissingDescriptionAnalyzer>(
        """
        [Detection("rule", Severity = Severity.High)]
        public sealed class {|DK1006:Rule|} : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_when_all_is_said() => RuleTest.ExpectsAsync<MissingDescriptionAnalyzer>(
        """
        [Detection("rule", Severity = Severity.High, Description = "Finds it.")]
        [FalsePositive("Backups.")]
        [BlindSpot("Slow ones.")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Stays_silent_at_a_class_without_an_id() => RuleTest.ExpectsAsync<MissingDescriptionAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);

    [Fact]
    public Task Fix_adds_it() => RuleTest.FixesAsync<MissingDescriptionAnalyzer, MissingDescriptionFix>(
        """
        [Detection("rule")]
        public sealed class {|DK1006:Rule|} : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """,
        """
        [Detection("rule", Severity = Severity.Medium, Description = "What it finds.")]
        [FalsePositive("What else looks like it, and what to do then.")]
        [BlindSpot("What it does not see.")]
        public sealed class Rule : Detection<Call, Call, NoOptions>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, NoOptions o) => events;
        }
        """);
}
