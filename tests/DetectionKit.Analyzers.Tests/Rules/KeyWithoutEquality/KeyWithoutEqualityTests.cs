using DetectionKit.Analyzers.Rules.KeyWithoutEquality;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.KeyWithoutEquality;

public sealed class KeyWithoutEqualityTests
{
    [Fact]
    public Task Reports_a_class_and_an_array() => RuleTest.ExpectsAsync<KeyWithoutEqualityAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => new { {|DK7004:c.Endpoint|}, Bytes = {|DK7004:new[] { c.Bytes }|} })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """));

    [Fact]
    public Task Stays_silent_at_values() => RuleTest.ExpectsAsync<KeyWithoutEqualityAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => new { c.Host, c.RemoteAddress, c.RemotePort, c.Endpoint.Name })
            .Window(w => w.Tumbling(TimeSpan.FromHours(1)))
            .Aggregate(w => (object)w.Count())
        """));
}
