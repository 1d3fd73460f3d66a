using DetectionKit.Analyzers.Rules.TrivialThreshold;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.TrivialThreshold;

public sealed class TrivialThresholdTests
{
    [Fact]
    public Task Reports_a_count_of_one_or_more() => RuleTest.ExpectsAsync<TrivialThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where({|DK4004:b => b.Calls >= 1|})
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Reports_a_distinct_count_above_none() => RuleTest.ExpectsAsync<TrivialThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where({|DK4004:b => 0 < b.Ports|})
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Reports_a_filtered_count_of_none_or_more() => RuleTest.ExpectsAsync<TrivialThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where({|DK4004:b => b.Failures >= 0|})
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_a_filtered_count_of_one() => RuleTest.ExpectsAsync<TrivialThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Failures >= 1)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_at_two() => RuleTest.ExpectsAsync<TrivialThresholdAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 2)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Reports_on_the_pane_itself() => RuleTest.ExpectsAsync<TrivialThresholdAnalyzer>(
        Prelude.Detection(
        """
        from c in events group c by c.Host into g from w in g.Window(x => x.Tumbling(TimeSpan.FromHours(1))) where {|DK4004:w.Count() >= 1|} select (object)w.Key
        """));
}
