using DetectionKit.Analyzers.Rules.EndlessSession;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.EndlessSession;

public sealed class EndlessSessionTests
{
    [Fact]
    public Task Reports_no_end() => RuleTest.ExpectsAsync<EndlessSessionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Session(TimeSpan.FromMinutes(5), {|DK2004:TimeSpan.MaxValue|}))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Reports_a_month() => RuleTest.ExpectsAsync<EndlessSessionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Session(TimeSpan.FromMinutes(5), {|DK2004:TimeSpan.FromDays(30)|}))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Reports_an_option_whose_default_is_a_month() => RuleTest.ExpectsAsync<EndlessSessionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Session(TimeSpan.FromMinutes(5), {|DK2004:o.Longest|}))
            .Aggregate(w => (object)w.Count())
        """,
        options: """
        public TimeSpan Longest { get; set; } = TimeSpan.FromDays(30);
        """));

    [Fact]
    public Task Stays_silent_at_a_day() => RuleTest.ExpectsAsync<EndlessSessionAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Session(TimeSpan.FromMinutes(5), TimeSpan.FromHours(24)))
            .Aggregate(w => (object)w.Count())
        """));
}
