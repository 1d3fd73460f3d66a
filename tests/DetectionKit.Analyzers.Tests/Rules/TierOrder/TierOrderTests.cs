using DetectionKit.Analyzers.Rules.TierOrder;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.TierOrder;

namespace DetectionKit.Analyzers.Tests.Rules.TierOrder;

public sealed class TierOrderTests
{
    [Fact]
    public Task Reports_a_higher_after_a_lower() => RuleTest.ExpectsAsync<TierOrderAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Tier(Risk.Medium, b => b.Calls >= 20)
            .{|DK4002:Tier|}(Risk.High, b => b.Ports >= 50)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));

    [Fact]
    public Task Stays_silent_when_they_fall() => RuleTest.ExpectsAsync<TierOrderAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Tier(Risk.High, b => b.Calls >= 50)
            .Tier(Risk.Medium, b => b.Calls >= 20)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));

    [Fact]
    public Task Fix_changes_them_over() => RuleTest.FixesAsync<TierOrderAnalyzer, TierOrderFix>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Tier(Risk.Medium, b => b.Calls >= 20)
            .{|DK4002:Tier|}(Risk.High, b => b.Ports >= 50)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """),
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Tier(Risk.High, b => b.Ports >= 50)
            .Tier(Risk.Medium, b => b.Calls >= 20)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));
}
