using DetectionKit.Analyzers.Rules.GroupWithoutWindow;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.GroupWithoutWindow;

public sealed class GroupWithoutWindowTests
{
    [Fact]
    public Task Reports_an_aggregate_without_a_window() => RuleTest.ExpectsAsync<GroupWithoutWindowAnalyzer>(
        Prelude.Detection(
        """
        events.{|DK2001:GroupBy|}(c => c.Host).Aggregate(w => (object)w.Count())
        """), compiles: false);

    [Fact]
    public Task Stays_silent_with_a_window() => RuleTest.ExpectsAsync<GroupWithoutWindowAnalyzer>(
        Prelude.Detection(
        """
        events
            .GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => new { w.Key, Calls = w.Count(), Ports = w.CountDistinct(c => c.RemotePort), Share = w.Average(c => c.Ratio), Failures = w.Where(c => c.Failed).Count() })

            .Select(b => (object)b)
        """));

    [Fact]
    public Task Stays_silent_in_query_syntax() => RuleTest.ExpectsAsync<GroupWithoutWindowAnalyzer>(
        Prelude.Detection(
        """
        from c in events group c by c.Host into g from w in g.Window(x => x.Tumbling(TimeSpan.FromHours(1))) select (object)w.Count()
        """));

    [Fact]
    public Task Stays_silent_at_LINQ() => RuleTest.ExpectsAsync<GroupWithoutWindowAnalyzer>(
        """
        public static class Other { public static object Of(IEnumerable<Call> calls) => calls.GroupBy(c => c.Host).Select(g => g.Count()); }
        """);
}
