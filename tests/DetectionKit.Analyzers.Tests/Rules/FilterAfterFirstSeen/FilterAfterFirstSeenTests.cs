using DetectionKit.Analyzers.Rules.FilterAfterFirstSeen;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.FilterAfterFirstSeen;

public sealed class FilterAfterFirstSeenTests
{
    [Fact]
    public Task Reports_filters_that_come_too_late() => RuleTest.ExpectsAsync<FilterAfterFirstSeenAnalyzer>(
        Prelude.Detection("events.FirstSeen(c => c.Host, () => TimeSpan.FromDays(1)).{|DK7008:Where|}(c => c.Failed).{|DK7008:Where|}(c => c.RemotePort == 443).Select(c => (object)c)"));

    [Fact]
    public Task Stays_silent_at_filters_before_it_and_of_what_was_made_after_it() => RuleTest.ExpectsAsync<FilterAfterFirstSeenAnalyzer>(
        Prelude.Detection("events.Where(c => c.Failed).FirstSeen(c => c.Host, () => TimeSpan.FromDays(1)).Select(c => new { c.Host }).Where(c => c.Host != null).Select(c => (object)c)"));
}
