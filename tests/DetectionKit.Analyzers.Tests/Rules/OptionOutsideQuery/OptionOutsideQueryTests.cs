using DetectionKit.Analyzers.Rules.OptionOutsideQuery;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.OptionOutsideQuery;

namespace DetectionKit.Analyzers.Tests.Rules.OptionOutsideQuery;

public sealed class OptionOutsideQueryTests
{
    [Fact]
    public Task Reports_a_variable() => RuleTest.ExpectsAsync<OptionOutsideQueryAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o)
            {
                var least = {|DK3002:o.Least|};
                return events.Where(c => c.Bytes > least && c.RemotePort != least);
            }
        }

        public sealed class Options
        {
            public int Least { get; set; } = 12;
        }
        """);

    [Fact]
    public Task Stays_silent_within_lambdas() => RuleTest.ExpectsAsync<OptionOutsideQueryAnalyzer>(
        """
        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o)
            {
                return events.Where(c => c.Bytes > o.Least && c.RemotePort != o.Least);
            }
        }

        public sealed class Options
        {
            public int Least { get; set; } = 12;
        }
        """);

    [Fact]
    public Task Reports_a_tier() => RuleTest.ExpectsAsync<OptionOutsideQueryAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Tier({|DK3002:o.Highest|}, b => b.Calls > 5)
            .Select((b, t) => (object)b)
        """,
        options: """
        public Risk Highest { get; set; }
        """));

    [Fact]
    public Task Fix_puts_the_option_where_the_variable_was() => RuleTest.FixesAsync<OptionOutsideQueryAnalyzer, OptionOutsideQueryFix>(
        """
        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o)
            {
                var least = {|DK3002:o.Least|};
                return events.Where(c => c.Bytes > least && c.RemotePort != least);
            }
        }

        public sealed class Options
        {
            public int Least { get; set; } = 12;
        }
        """,
        """
        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o)
            {
                return events.Where(c => c.Bytes > o.Least && c.RemotePort != o.Least);
            }
        }

        public sealed class Options
        {
            public int Least { get; set; } = 12;
        }
        """);
}
