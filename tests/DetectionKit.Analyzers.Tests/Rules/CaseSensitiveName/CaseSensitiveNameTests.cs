using DetectionKit.Analyzers.Rules.CaseSensitiveName;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.CaseSensitiveName;

namespace DetectionKit.Analyzers.Tests.Rules.CaseSensitiveName;

public sealed class CaseSensitiveNameTests
{
    [Fact]
    public Task Reports_comparisons_by_case() => RuleTest.ExpectsAsync<CaseSensitiveNameAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK6001:c.Image == "a.exe"|} || {|DK6001:c.Host != "b"|} || {|DK6001:c.Image!.EndsWith("c.exe")|} || {|DK6001:c.Image!.Contains("d", StringComparison.Ordinal)|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_when_case_is_ignored_or_does_not_matter() => RuleTest.ExpectsAsync<CaseSensitiveNameAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Image != null && string.Equals(c.Image, "a.exe", StringComparison.OrdinalIgnoreCase) || c.User == "x" || c.CommandLine.Contains("-enc"))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Fix_of_an_operator() => RuleTest.FixesAsync<CaseSensitiveNameAnalyzer, CaseSensitiveNameFix>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK6001:c.Host != "b"|})
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => !string.Equals(c.Host, "b", StringComparison.OrdinalIgnoreCase))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Fix_of_a_call() => RuleTest.FixesAsync<CaseSensitiveNameAnalyzer, CaseSensitiveNameFix>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK6001:c.Image!.Contains("d", StringComparison.Ordinal)|} && {|DK6001:c.Image!.StartsWith("e")|})
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => c.Image!.Contains("d", StringComparison.OrdinalIgnoreCase) && c.Image!.StartsWith("e", StringComparison.OrdinalIgnoreCase))
            .Select(c => (object)c)
        """));
}
