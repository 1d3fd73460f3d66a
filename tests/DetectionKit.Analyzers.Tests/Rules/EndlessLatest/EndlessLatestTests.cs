using DetectionKit.Analyzers.Rules.EndlessLatest;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.EndlessLatest;

public sealed class EndlessLatestTests
{
    [Theory]
    [InlineData("{|DK2005:Latest|}()")]
    [InlineData("{|DK2005:Latest|}(null)")]
    public Task Reports_a_memory_without_an_end(string latest) => ExpectsAsync(latest);

    [Theory]
    [InlineData("Latest(() => o.Memory)")]
    [InlineData("Latest(within: () => TimeSpan.FromDays(1))")]
    public Task Stays_silent_at_a_span(string latest) => ExpectsAsync(latest);

    private static Task ExpectsAsync(string latest) => RuleTest.ExpectsAsync<EndlessLatestAnalyzer>(
        Prelude.Detection($"events.Join(events.Where(c => c.Failed).{latest}, c => c.Host, c => c.Host, (c, last) => (object)new {{ c.Host, last.User }})", "public TimeSpan Memory { get; set; } = TimeSpan.FromDays(1);"));
}
