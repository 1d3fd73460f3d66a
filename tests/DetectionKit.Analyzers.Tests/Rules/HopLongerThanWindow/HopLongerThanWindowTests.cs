using DetectionKit.Analyzers.Rules.HopLongerThanWindow;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.HopLongerThanWindow;

namespace DetectionKit.Analyzers.Tests.Rules.HopLongerThanWindow;

public sealed class HopLongerThanWindowTests
{
    [Fact]
    public Task Reports_a_gap() => RuleTest.ExpectsAsync<HopLongerThanWindowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromMinutes(5), {|DK3003:TimeSpan.FromHours(1)|}))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Reports_options_by_their_defaults() => RuleTest.ExpectsAsync<HopLongerThanWindowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(o.Size, {|DK3003:o.Hop|}))
            .Aggregate(w => (object)w.Count())
        """,
        options: """
        public TimeSpan Size { get; set; } = TimeSpan.FromMinutes(5);
            public TimeSpan Hop { get; set; } = TimeSpan.FromMinutes(6);
        """));

    [Fact]
    public Task Stays_silent_when_windows_overlap_or_touch() => RuleTest.ExpectsAsync<HopLongerThanWindowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(60)))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Stays_silent_when_a_value_is_not_known() => RuleTest.ExpectsAsync<HopLongerThanWindowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromMinutes(5), o.Hop))
            .Aggregate(w => (object)w.Count())
        """,
        options: """
        public TimeSpan Hop { get; set; }
        """));

    [Fact]
    public Task Fix_changes_them_over() => RuleTest.FixesAsync<HopLongerThanWindowAnalyzer, HopLongerThanWindowFix>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromMinutes(5), {|DK3003:TimeSpan.FromHours(1)|}))
            .Aggregate(w => (object)w.Count())
        """),
        Prelude.Detection(
        """
        events.GroupBy(c => c.Host)
            .Window(w => w.Hopping(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)))
            .Aggregate(w => (object)w.Count())
        """));
}
