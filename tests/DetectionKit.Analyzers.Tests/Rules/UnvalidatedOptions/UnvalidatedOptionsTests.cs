using DetectionKit.Analyzers.Rules.UnvalidatedOptions;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.UnvalidatedOptions;

namespace DetectionKit.Analyzers.Tests.Rules.UnvalidatedOptions;

public sealed class UnvalidatedOptionsTests
{
    [Fact]
    public Task Reports_numbers_without_a_rule() => RuleTest.ExpectsAsync<UnvalidatedOptionsAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, {|DK4007:Options|}>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o) => events.Where(c => c.Bytes > o.Least);
        }

        public sealed class Options
        {
            public int Least { get; set; } = 12;
        }
        """);

    [Fact]
    public Task Stays_silent_with_a_range() => RuleTest.ExpectsAsync<UnvalidatedOptionsAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > o.Least)
            .Select(c => (object)c)
        """,
        options: """
        [Range(1, 100)]
            public int Least { get; set; } = 12;
        """));

    [Fact]
    public Task Stays_silent_without_numbers() => RuleTest.ExpectsAsync<UnvalidatedOptionsAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Host == o.Host)
            .Select(c => (object)c)
        """,
        options: """
        public string? Host { get; set; }
        """));

    [Fact]
    public Task Fix_adds_a_range() => RuleTest.FixesAsync<UnvalidatedOptionsAnalyzer, UnvalidatedOptionsFix>(
        """
        public sealed class Rule : Detection<Call, Call, {|DK4007:Options|}>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o) => events.Where(c => c.Bytes > o.Least);
        }

        public sealed class Options
        {
            public int Least { get; set; } = 12;
        }
        """,
        """
        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o) => events.Where(c => c.Bytes > o.Least);
        }

        public sealed class Options
        {
            [Range(1, int.MaxValue)]
            public int Least { get; set; } = 12;
        }
        """);
}
