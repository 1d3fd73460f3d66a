using DetectionKit.Analyzers.Rules.UnboundedCollection;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.UnboundedCollection;

namespace DetectionKit.Analyzers.Tests.Rules.UnboundedCollection;

public sealed class UnboundedCollectionTests
{
    [Fact]
    public Task Reports_a_limit_that_is_none() => RuleTest.ExpectsAsync<UnboundedCollectionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, {|DK2003:int.MaxValue|}))
        """));

    [Fact]
    public Task Stays_silent_at_a_limit() => RuleTest.ExpectsAsync<UnboundedCollectionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, 100))
        """));

    [Fact]
    public Task Fix_writes_a_limit() => RuleTest.FixesAsync<UnboundedCollectionAnalyzer, UnboundedCollectionFix>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, {|DK2003:int.MaxValue|}))
        """),
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.DistinctValues(c => c.RemotePort, 100))
        """));
}
