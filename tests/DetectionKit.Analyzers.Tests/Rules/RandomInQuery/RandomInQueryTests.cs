using DetectionKit.Analyzers.Rules.RandomInQuery;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.RandomInQuery;

public sealed class RandomInQueryTests
{
    [Fact]
    public Task Reports_chance() => RuleTest.ExpectsAsync<RandomInQueryAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK5002:{|DK5002:Random.Shared|}.Next(10)|} == 0 && c.Id != {|DK5002:Guid.NewGuid()|} && c.Host != {|DK5002:Environment.MachineName|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_values() => RuleTest.ExpectsAsync<RandomInQueryAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Id != Guid.Empty && c.Id != Guid.Parse("00000000-0000-0000-0000-000000000001"))
            .Select(c => (object)c)
        """));
}
