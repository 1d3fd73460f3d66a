using DetectionKit.Analyzers.Rules.SuffixAllowList;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.SuffixAllowList;

namespace DetectionKit.Analyzers.Tests.Rules.SuffixAllowList;

public sealed class SuffixAllowListTests
{
    [Fact]
    public Task Reports_a_name_by_its_end() => RuleTest.ExpectsAsync<SuffixAllowListAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => !{|DK6006:c.Image!.EndsWith("chrome.exe", StringComparison.OrdinalIgnoreCase)|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_with_a_separator() => RuleTest.ExpectsAsync<SuffixAllowListAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => !c.Image!.EndsWith(@"\chrome.exe", StringComparison.OrdinalIgnoreCase) && !c.CommandLine.EndsWith("x"))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Fix_begins_it_with_a_separator() => RuleTest.FixesAsync<SuffixAllowListAnalyzer, SuffixAllowListFix>(
        Prelude.Detection(
        """
        events
            .Where(c => !{|DK6006:c.Image!.EndsWith("chrome.exe", StringComparison.OrdinalIgnoreCase)|})
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => !c.Image!.EndsWith(@"\chrome.exe", StringComparison.OrdinalIgnoreCase))
            .Select(c => (object)c)
        """));
}
