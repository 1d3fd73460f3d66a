using DetectionKit.Analyzers.Rules.NotAnExpression;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.NotAnExpression;

namespace DetectionKit.Analyzers.Tests.Rules.NotAnExpression;

public sealed class NotAnExpressionTests
{
    [Fact]
    public Task Reports_what_a_tree_can_not_hold() => RuleTest.ExpectsAsync<NotAnExpressionAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK7001:c.User is null|} || {|DK7001:c.Host?.Length|} > 3 || {|DK7001:c.RemotePort is > 5 and < 9|} || {|DK7001:c.RemotePort switch { 1 => true, _ => false }|})
            .Select(c => (object)c)
        """), compiles: false);

    [Fact]
    public Task Stays_silent_at_comparisons() => RuleTest.ExpectsAsync<NotAnExpressionAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.User == null || (c.Host == null ? 0 : c.Host.Length) > 3)
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_delegates() => RuleTest.ExpectsAsync<NotAnExpressionAnalyzer>(
        """
        public static class Other { public static object Of(IEnumerable<Call> calls) => calls.Where(c => c.User is null); }
        """);

    [Fact]
    public Task Fix_of_null() => RuleTest.FixesAsync<NotAnExpressionAnalyzer, NotAnExpressionFix>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK7001:c.User is not null|} && {|DK7001:c.Host is null|})
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => c.User != null && c.Host == null)
            .Select(c => (object)c)
        """), compiles: false);

    [Fact]
    public Task Fix_of_a_member() => RuleTest.FixesAsync<NotAnExpressionAnalyzer, NotAnExpressionFix>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK7001:c.Host?.Length|} > 3)
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => (c.Host == null ? (int?)null : c.Host.Length) > 3)
            .Select(c => (object)c)
        """), compiles: false);
}
