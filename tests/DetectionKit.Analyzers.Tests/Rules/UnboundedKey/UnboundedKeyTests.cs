using DetectionKit.Analyzers.Rules.UnboundedKey;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.UnboundedKey;

namespace DetectionKit.Analyzers.Tests.Rules.UnboundedKey;

public sealed class UnboundedKeyTests
{
    [Fact]
    public Task Reports_times_ids_and_ephemeral_ports() => RuleTest.ExpectsAsync<UnboundedKeyAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => new { c.Host, {|DK2002:c.Time|}, {|DK2002:c.Id|}, {|DK2002:c.LocalPort|}, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Reports_the_whole_event() => RuleTest.ExpectsAsync<UnboundedKeyAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => {|DK2002:c|})
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Reports_in_query_syntax() => RuleTest.ExpectsAsync<UnboundedKeyAnalyzer>(
        Prelude.Detection(
        """
        from c in events group c by {|DK2002:c.At|} into g from w in g.Window(x => x.Tumbling(TimeSpan.FromHours(1))) select (object)w.Count()
        """));

    [Fact]
    public Task Stays_silent_at_hosts_and_remote_ports() => RuleTest.ExpectsAsync<UnboundedKeyAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => new { c.Host, c.RemotePort, c.RemoteAddress })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Fix_drops_the_part() => RuleTest.FixesAsync<UnboundedKeyAnalyzer, UnboundedKeyFix>(
        Prelude.Detection(
        """
        events.GroupBy(c => new { c.Host, {|DK2002:c.LocalPort|}, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """),
        Prelude.Detection(
        """
        events.GroupBy(c => new { c.Host, c.RemotePort })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """));
}
