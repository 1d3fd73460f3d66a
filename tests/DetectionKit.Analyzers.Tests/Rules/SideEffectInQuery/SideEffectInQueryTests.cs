using DetectionKit.Analyzers.Rules.SideEffectInQuery;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.SideEffectInQuery;

public sealed class SideEffectInQueryTests
{
    [Fact]
    public Task Reports_input_output_and_waits() => RuleTest.ExpectsAsync<SideEffectInQueryAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => {|DK5003:System.IO.File.Exists(c.Image)|} || {|DK5003:Dns.GetHostName()|} == c.Host || {|DK5003:{|DK5003:System.Threading.Tasks.Task.FromResult(true)|}.Result|})
            .Select(c => (object)c)
        """));

    [Fact]
    public Task Stays_silent_at_pure_calls() => RuleTest.ExpectsAsync<SideEffectInQueryAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => System.IO.Path.GetFileName(c.Image) == "x" && Math.Abs(c.Bytes) > 5)
            .Select(c => (object)c)
        """));
}
