using DetectionKit.Analyzers.Rules.TimeWithoutKind;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.TimeWithoutKind;

public sealed class TimeWithoutKindTests
{
    [Fact]
    public Task Reports_a_DateTime() => RuleTest.ExpectsAsync<TimeWithoutKindAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > 0)
            .Select(c => (object)c)
        """,
        members: """
        protected override Expression<Func<Call, DateTimeOffset>>? EventTime => c => {|DK3006:c.At|};
        """));

    [Fact]
    public Task Stays_silent_when_the_zone_is_said() => RuleTest.ExpectsAsync<TimeWithoutKindAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > 0)
            .Select(c => (object)c)
        """,
        members: """
        protected override Expression<Func<Call, DateTimeOffset>>? EventTime => c => new DateTimeOffset(c.At, TimeSpan.Zero);
        """));

    [Fact]
    public Task Stays_silent_at_a_DateTimeOffset() => RuleTest.ExpectsAsync<TimeWithoutKindAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > 0)
            .Select(c => (object)c)
        """,
        members: """
        protected override Expression<Func<Call, DateTimeOffset>>? EventTime => c => c.Time;
        """));
}
