using DetectionKit.Analyzers.Rules.LiteralThreshold;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.LiteralThreshold;

namespace DetectionKit.Analyzers.Tests.Rules.LiteralThreshold;

public sealed class LiteralThresholdTests
{
    [Fact]
    public Task Reports_a_bound() => RuleTest.ExpectsAsync<LiteralThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= {|DK4005:12|} && {|DK4005:0.5|} < b.Share)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_structure() => RuleTest.ExpectsAsync<LiteralThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls > 1 && b.Ports == 443 && b.Failures > 0 && b.Calls >= o.Least)
            .Select(b => (object)b)
        """,
        options: """
        public int Least { get; set; } = 12;
        """));

    [Fact]
    public Task Fix_makes_an_option_of_it() => RuleTest.FixesAsync<LiteralThresholdAnalyzer, LiteralThresholdFix>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= {|DK4005:12|})
            .Select(b => (object)b)
        """,
        options: """
        public int Other { get; set; }
        """),
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= o.MinCalls)
            .Select(b => (object)b)
        """,
        options: """
        public int Other { get; set; }
            public int MinCalls { get; set; } = 12;
        """));
}
