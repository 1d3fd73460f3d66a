using DetectionKit.Analyzers.Rules.RepeatedFilter;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.RepeatedFilter;

public sealed class RepeatedFilterTests
{
    [Fact]
    public Task Reports_a_contradiction() => RuleTest.ExpectsAsync<RepeatedFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12)
            .{|DK7006:Where|}(b => b.Calls < 12)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Reports_a_repetition() => RuleTest.ExpectsAsync<RepeatedFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12 && b.Ports < 3)
            .{|DK7006:Where|}(b => b.Calls > 10)
            .Select(b => (object)b)
        """));

    [Fact]
    public Task Reports_the_same_words() => RuleTest.ExpectsAsync<RepeatedFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Host == "a")
            .{|DK7006:Where|}(x => x.Host == "a")
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_another_side() => RuleTest.ExpectsAsync<RepeatedFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12)
            .Where(b => b.Calls < 50)
            .Select(b => (object)b)
        """));
}
