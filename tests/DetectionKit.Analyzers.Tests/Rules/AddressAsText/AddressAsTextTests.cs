using DetectionKit.Analyzers.Rules.AddressAsText;
using DetectionKit.Analyzers.Tests.Verification;
using DetectionKit.CodeFixes.Rules.AddressAsText;

namespace DetectionKit.Analyzers.Tests.Rules.AddressAsText;

public sealed class AddressAsTextTests
{
    [Fact]
    public Task Reports_prefixes_and_expressions() => RuleTest.ExpectsAsync<AddressAsTextAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK6002:c.RemoteAddress.ToString().StartsWith("10.")|} || {|DK6002:c.RemoteIp.StartsWith("192.168.")|} || {|DK6002:Regex.IsMatch(c.RemoteIp, "^10[.]")|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_networks() => RuleTest.ExpectsAsync<AddressAsTextAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => NetworkSet.Parse("10.0.0.0/8").Contains(c.RemoteAddress) && c.CommandLine.StartsWith("10."))
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Fix_asks_the_network() => RuleTest.FixesAsync<AddressAsTextAnalyzer, AddressAsTextFix>(
        Prelude.Detection(
        """
        events
            .Where(c => !{|DK6002:c.RemoteAddress.ToString().StartsWith("192.168.")|})
            .Select(c => (object)c)
        """),
        Prelude.Detection(
        """
        events
            .Where(c => !NetworkSet.Parse("192.168.0.0/16").Contains(c.RemoteAddress))
            .Select(c => (object)c)
        """));
}
