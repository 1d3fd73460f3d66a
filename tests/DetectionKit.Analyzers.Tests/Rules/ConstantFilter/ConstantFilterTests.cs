using DetectionKit.Analyzers.Rules.ConstantFilter;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.ConstantFilter;

public sealed class ConstantFilterTests
{
    [Fact]
    public Task Reports_always_and_never() => RuleTest.ExpectsAsync<ConstantFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .{|DK7007:Where|}(c => c.RemotePort > 5 || c.RemotePort <= 5)
            .{|DK7007:Where|}(c => c.RemotePort > 5 && c.RemotePort < 6)
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_filters() => RuleTest.ExpectsAsync<ConstantFilterAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.RemotePort > 5 && c.Ratio > 5 && c.Ratio < 6)
            .Select(c => (object)c)
        """));
}
