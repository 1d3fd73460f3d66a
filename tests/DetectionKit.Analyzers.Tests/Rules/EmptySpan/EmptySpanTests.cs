using DetectionKit.Analyzers.Rules.EmptySpan;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.EmptySpan;

public sealed class EmptySpanTests
{
    [Theory]
    [InlineData("() => {|DK3007:TimeSpan.Zero|}")]
    [InlineData("() => {|DK3007:TimeSpan.FromMinutes(-5)|}")]
    [InlineData("() => {|DK3007:o.None|}")]
    public Task Reports_a_sequence_that_can_never_end(string within) => ExpectsAsync(within);

    [Theory]
    [InlineData("() => TimeSpan.FromMinutes(5)")]
    [InlineData("() => o.Some")]
    public Task Stays_silent_at_a_span_above_zero(string within) => ExpectsAsync(within);

    private static Task ExpectsAsync(string within) => RuleTest.ExpectsAsync<EmptySpanAnalyzer>(
        Prelude.Detection($"events.FollowedBy(events.Where(c => c.Failed), c => c.Host, c => c.Host, {within}, (a, b) => (object)new {{ a.Host, b.User }})", Spans));

    [Theory]
    [InlineData("FirstSeen(c => c.Host, () => {|DK3007:TimeSpan.Zero|})")]
    [InlineData("Suppress(c => c.Host, () => {|DK3007:o.None|})")]
    [InlineData("Distinct(c => c.Host, () => {|DK3007:o.None|})")]
    [InlineData("NotFollowedBy(events, c => c.Host, c => c.Host, () => {|DK3007:o.None|})")]
    [InlineData("FirstSeen(c => c.Host, () => o.Some)")]
    public Task Reports_every_span(string stage) => RuleTest.ExpectsAsync<EmptySpanAnalyzer>(Prelude.Detection($"events.{stage}.Select(c => (object)c)", Spans));

    private const string Spans = "public TimeSpan None { get; set; } = TimeSpan.FromMinutes(0); public TimeSpan Some { get; set; } = TimeSpan.FromMinutes(5);";
}
