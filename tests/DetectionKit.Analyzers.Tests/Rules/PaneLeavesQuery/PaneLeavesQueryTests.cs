using DetectionKit.Analyzers.Rules.PaneLeavesQuery;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.PaneLeavesQuery;

public sealed class PaneLeavesQueryTests
{
    [Fact]
    public Task Reports_a_pane_in_a_row() => RuleTest.ExpectsAsync<PaneLeavesQueryAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => new { Pane = {|DK7002:w|}, Calls = w.Count() }).Select(b => (object)b.Calls)
        """));

    [Fact]
    public Task Reports_a_delegate_as_filter() => RuleTest.ExpectsAsync<PaneLeavesQueryAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => (object)w.Where({|DK7002:s_failed|}).Count())
        """,
        members: """
        private static readonly Func<Call, bool> s_failed = c => c.Failed;
        """));

    [Fact]
    public Task Stays_silent_in_query_syntax() => RuleTest.ExpectsAsync<PaneLeavesQueryAnalyzer>(
        Prelude.Detection(
        """
        from c in events group c by c.Host into g from w in g.Window(x => x.Tumbling(TimeSpan.FromHours(1))) let calls = w.Count() where calls > 5 select (object)calls
        """));
}
