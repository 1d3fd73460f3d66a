using DetectionKit.Analyzers.Rules.LateFilter;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.LateFilter;

namespace DetectionKit.Analyzers.Tests.Rules.LateFilter;

public sealed class LateFilterTests
{
    [Fact]
    public Task Reports_a_filter_on_the_key() => RuleTest.ExpectsAsync<LateFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => new { c.Host, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .{|DK7005:Where|}(b => b.Key.RemotePort > 1024)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_aggregates() => RuleTest.ExpectsAsync<LateFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => new { c.Host, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Where(b => b.Key.RemotePort > 1024 && b.Calls > 5)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Fix_moves_it() => RuleTest.FixesAsync<LateFilterAnalyzer, LateFilterFix>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => new { c.Host, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .{|DK7005:Where|}(b => b.Key.RemotePort > 1024)
            .Select(b => (object)b)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => c.RemotePort > 1024)
            .GroupBy(c => new { c.Host, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count() })
            .Select(b => (object)b)
        """));
}
