using DetectionKit.Analyzers.Rules.UnreadOption;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.UnreadOption;

public sealed class UnreadOptionTests
{
    [Fact]
    public Task Reports_what_no_query_reads() => RuleTest.ExpectsAsync<UnreadOptionAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= o.Least)
            .Select(b => (object)b)
        """,
        options: """
        public int Least { get; set; } = 12;
            public int {|DK4006:Most|} { get; set; } = 50;
        """));

    [Fact]
    public Task Stays_silent_at_what_is_computed() => RuleTest.ExpectsAsync<UnreadOptionAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= o.Least)
            .Select(b => (object)b)
        """,
        options: """
        public int Least { get; set; } = 12;
            public int Twice => 2 * Least;
        """));
}
