using DetectionKit.Analyzers.Rules.EndlessLatest;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.EndlessLatest;

public sealed class EndlessLatestTests
{
    [Theory]
    [InlineData("{|DK2005:Latest|}()")]
    [InlineData("{|DK2005:Latest|}(null)")]
    [InlineData("Latest(() => o.Memory)")]
    [InlineData("Latest(within: () => TimeSpan.FromDays(1))")]
    public Task Reports_a_memory_without_an_end_alone(string latest) => RuleTest.ExpectsAsync<EndlessLatestAnalyzer>(
        Prelude.Detection($"events.Join(events.Where(c => c.Failed).{latest}, c => c.Host, c => c.Host, (c, last) => (object)new {{ c.Host, last.User }})", "public TimeSpan Memory { get; set; } = TimeSpan.FromDays(1);"));
}
