using DetectionKit.Analyzers.Rules.UnreachableTier;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.UnreachableTier;

public sealed class UnreachableTierTests
{
    [Fact]
    public Task Reports_a_tier_that_an_earlier_one_takes() => RuleTest.ExpectsAsync<UnreachableTierAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12)
            .Tier(Risk.High, b => b.Calls >= 30)
            .{|DK4001:Tier|}(Risk.Medium, b => b.Calls >= 50)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));

    [Fact]
    public Task Reports_a_tier_that_the_filter_rules_out() => RuleTest.ExpectsAsync<UnreachableTierAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12 && b.Ports <= 2)
            .{|DK4001:Tier|}(Risk.High, b => b.Calls > 40 && b.Ports == 3)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));

    [Fact]
    public Task Reports_by_the_defaults_of_options() => RuleTest.ExpectsAsync<UnreachableTierAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= o.Min)
            .Tier(Risk.Critical, b => b.Calls >= o.Critical)
            .{|DK4001:Tier|}(Risk.High, b => b.Calls >= o.High)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """,
        options: """
        public int Min { get; set; } = 12;
            public int Critical { get; set; } = 30;
            public int High { get; set; } = 50;
        """));

    [Fact]
    public Task Reports_by_the_range_of_an_option_whose_default_is_not_told() => RuleTest.ExpectsAsync<UnreachableTierAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls < 10)
            .{|DK4001:Tier|}(Risk.Critical, b => b.Calls >= o.Critical)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """,
        options: """
        [Range(10, 100)]
            public int Critical { get; set; } = Environment.ProcessorCount;
        """));

    [Fact]
    public Task Stays_silent_when_a_port_makes_the_difference() => RuleTest.ExpectsAsync<UnreachableTierAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Where(b => b.Calls >= 12)
            .Tier(Risk.Critical, b => b.Calls >= 30 && b.Ports <= 1)
            .Tier(Risk.High, b => b.Calls >= 30 && b.Ports <= 2)
            .Tier(Risk.Medium, b => b.Calls >= 20 || !(b.Share < 0.5))
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));

    [Fact]
    public Task Stays_silent_about_what_it_can_not_read() => RuleTest.ExpectsAsync<UnreachableTierAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })
            .Tier(Risk.Critical, b => b.Key == "a")
            .Tier(Risk.High, b => b.Key == "b" && b.Calls / 2 > 3)
            .Otherwise(Risk.Low)
            .Select((b, t) => (object)b)
        """));
}
