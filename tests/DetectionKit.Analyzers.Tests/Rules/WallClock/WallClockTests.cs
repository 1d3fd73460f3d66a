using DetectionKit.Analyzers.Rules.WallClock;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.WallClock;

public sealed class WallClockTests
{
    [Fact]
    public Task Reports_clocks() => RuleTest.ExpectsAsync<WallClockAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Time < {|DK3001:DateTimeOffset.UtcNow|})
            .Where(c => c.At < {|DK3001:DateTime.Now|})
            .Where(c => c.Bytes < {|DK3001:System.Diagnostics.Stopwatch.GetTimestamp()|})
            .Where(c => c.Time < {|DK3001:{|DK3001:TimeProvider.System|}.GetUtcNow()|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_outside_of_queries() => RuleTest.ExpectsAsync<WallClockAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > 0)
            .Select(c => (object)c)
        """,
        members: """
        public DateTimeOffset Made { get; } = DateTimeOffset.UtcNow;
        """));

    [Fact]
    public Task Stays_silent_at_LINQ() => RuleTest.ExpectsAsync<WallClockAnalyzer>(
        """
        public static class Other { public static object Of(IQueryable<Call> calls) => calls.Where(c => c.Time < DateTimeOffset.UtcNow); }
        """);
}
