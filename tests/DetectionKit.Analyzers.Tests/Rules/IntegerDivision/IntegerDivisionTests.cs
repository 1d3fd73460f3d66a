using DetectionKit.Analyzers.Rules.IntegerDivision;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.IntegerDivision;

namespace DetectionKit.Analyzers.Tests.Rules.IntegerDivision;

public sealed class IntegerDivisionTests
{
    [Fact]
    public Task Reports_a_rate() => RuleTest.ExpectsAsync<IntegerDivisionAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => {|DK4009:b.Failures / b.Calls|} > 0.5)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_doubles_and_buckets() => RuleTest.ExpectsAsync<IntegerDivisionAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => (double)b.Failures / b.Calls > 0.5 && b.Calls / 10 == 3)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Fix_divides_as_double() => RuleTest.FixesAsync<IntegerDivisionAnalyzer, IntegerDivisionFix>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => {|DK4009:b.Failures / b.Calls|} > 0.5)
            .Select(b => (object)b)
        """),
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => (double)b.Failures / b.Calls > 0.5)
            .Select(b => (object)b)
        """));
}
