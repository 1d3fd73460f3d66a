using DetectionKit.Analyzers.Rules.BacktrackingRegex;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.BacktrackingRegex;

namespace DetectionKit.Analyzers.Tests.Rules.BacktrackingRegex;

public sealed class BacktrackingRegexTests
{
    [Fact]
    public Task Reports_a_repetition_within_a_repetition() => RuleTest.ExpectsAsync<BacktrackingRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK6005:Regex.IsMatch(c.CommandLine, @"(\w+\s?)+$")|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_when_it_is_bounded() => RuleTest.ExpectsAsync<BacktrackingRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, "(a+)+$", RegexOptions.NonBacktracking) || Regex.IsMatch(c.CommandLine, "(a+)+$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_a_single_repetition() => RuleTest.ExpectsAsync<BacktrackingRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, "(ab)+c*$"))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Fix_adds_NonBacktracking() => RuleTest.FixesAsync<BacktrackingRegexAnalyzer, BacktrackingRegexFix>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK6005:Regex.IsMatch(c.CommandLine, "(a+)+$", RegexOptions.IgnoreCase)|} || {|DK6005:Regex.IsMatch(c.CommandLine, "(b*)*$")|})
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, "(a+)+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking) || Regex.IsMatch(c.CommandLine, "(b*)*$", RegexOptions.NonBacktracking))
            .Select(c => (object)c)
        """));
}
