using DetectionKit.Analyzers.Rules.TierAlwaysHolds;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.TierAlwaysHolds;

public sealed class TierAlwaysHoldsTests
{
    [Fact]
    public Task Reports_a_tier_that_the_filter_makes_sure_of() => RuleTest.ExpectsAsync<TierAlwaysHoldsAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12)
            .{|DK4003:Tier|}(Risk.High, b => b.Calls >= 10)
            .Tier(Risk.Medium, b => b.Calls >= 20)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_the_last() => RuleTest.ExpectsAsync<TierAlwaysHoldsAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12)
            .Tier(Risk.High, b => b.Calls >= 20)
            .Tier(Risk.Medium, b => b.Calls >= 12)
            .Select((b, t) => (object)b)
        """));
}
