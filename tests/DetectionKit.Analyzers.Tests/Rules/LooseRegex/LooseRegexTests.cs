using DetectionKit.Analyzers.Rules.LooseRegex;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.LooseRegex;

public sealed class LooseRegexTests
{
    [Fact]
    public Task Reports_a_bare_dot() => RuleTest.ExpectsAsync<LooseRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, {|DK6003:"(chrome|firefox).exe$"|}))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Reports_a_name_without_an_anchor() => RuleTest.ExpectsAsync<LooseRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, {|DK6003:@"chrome\.exe"|}))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_an_anchored_name() => RuleTest.ExpectsAsync<LooseRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, @"\\chrome\.exe$"))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_any_character() => RuleTest.ExpectsAsync<LooseRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, "a.*b"))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_outside_of_detections() => RuleTest.ExpectsAsync<LooseRegexAnalyzer>(
        """
        public static class Other { public static bool Is(string s) => Regex.IsMatch(s, "chrome.exe"); }
        """);
}
