using DetectionKit.Analyzers.Rules.EdgeOfStaticWindow;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.EdgeOfStaticWindow;

namespace DetectionKit.Analyzers.Tests.Rules.EdgeOfStaticWindow;

public sealed class EdgeOfStaticWindowTests
{
    [Fact]
    public Task Reports_a_count_with_a_threshold() => RuleTest.ExpectsAsync<EdgeOfStaticWindowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => {|DK3004:w.Tumbling(TimeSpan.FromHours(1))|})
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls >= 12)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_hopping_and_sliding_windows() => RuleTest.ExpectsAsync<EdgeOfStaticWindowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls >= 12)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_without_a_threshold() => RuleTest.ExpectsAsync<EdgeOfStaticWindowAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })

            .Select(b => (object)b)
        """));

    [Fact]
    public Task Fix_lets_windows_overlap() => RuleTest.FixesAsync<EdgeOfStaticWindowAnalyzer, EdgeOfStaticWindowFix>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => {|DK3004:w.Tumbling(TimeSpan.FromHours(1))|})
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls >= 12)
            .Select(b => (object)b)
        """),
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromHours(1) / 12))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Calls >= 12)
            .Select(b => (object)b)
        """));
}
