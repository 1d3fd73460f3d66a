using DetectionKit.Analyzers.Rules.InvalidRegex;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.InvalidRegex;

public sealed class InvalidRegexTests
{
    [Fact]
    public Task Reports_a_group_that_is_not_closed() => RuleTest.ExpectsAsync<InvalidRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, {|DK6004:"(chrome|firefox"|}))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Reports_a_field_of_a_detection() => RuleTest.ExpectsAsync<InvalidRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => s_names.IsMatch(c.CommandLine))
            .Select(c => (object)c)
        """,
        members: """
        private static readonly Regex s_names = new({|DK6004:"[a"|});
        """));

    [Fact]
    public Task Stays_silent_at_a_valid_one() => RuleTest.ExpectsAsync<InvalidRegexAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => Regex.IsMatch(c.CommandLine, "(chrome|firefox)"))
            .Select(c => (object)c)
        """));
}
