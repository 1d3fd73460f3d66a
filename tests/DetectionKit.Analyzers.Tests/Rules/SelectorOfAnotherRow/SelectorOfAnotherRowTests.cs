using DetectionKit.Analyzers.Rules.SelectorOfAnotherRow;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.SelectorOfAnotherRow;

public sealed class SelectorOfAnotherRowTests
{
    [Fact]
    public Task Reports_a_selector_of_an_outer_variable() => RuleTest.ExpectsAsync<SelectorOfAnotherRowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.RemotePort).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => (object)w.Sum({|DK7003:c => w.Key|}))
        """));

    [Fact]
    public Task Stays_silent_at_its_own() => RuleTest.ExpectsAsync<SelectorOfAnotherRowAnalyzer>(
        Prelude.Detection(
        """
        events.GroupBy(c => c.RemotePort).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => (object)w.Sum(c => c.Bytes + w.Key))
        """));
}
