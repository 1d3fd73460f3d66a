using DetectionKit.Analyzers.Rules.FloatingEquality;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.FloatingEquality;

public sealed class FloatingEqualityTests
{
    [Fact]
    public Task Reports_an_average() => RuleTest.ExpectsAsync<FloatingEqualityAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => {|DK4008:b.Share == 0.5|})
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_counts_and_bounds() => RuleTest.ExpectsAsync<FloatingEqualityAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls == 5 && b.Share > 0.5)
            .Select(b => (object)b)
        """));
}
