using DetectionKit.Analyzers.Rules.MutableCapture;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.MutableCapture;

public sealed class MutableCaptureTests
{
    [Fact]
    public Task Reports_fields_that_can_change() => RuleTest.ExpectsAsync<MutableCaptureAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > {|DK5001:s_least|} && c.Bytes > {|DK5001:_least|})
            .Select(c => (object)c)
        """,
        members: """
        private static int s_least = 12;
            private int _least = 12;
        """));

    [Fact]
    public Task Reports_a_variable_that_is_written_again() => RuleTest.ExpectsAsync<MutableCaptureAnalyzer>(
        """
        public static class Rules
        {
            public static object Of()
            {
                var least = 12;
                least++;
                return Detection.Define<Call, Call>("rule", events => events.Where(c => c.Bytes > {|DK5001:least|}));
            }
        }
        """);

    [Fact]
    public Task Stays_silent_at_constants_and_readonly_fields() => RuleTest.ExpectsAsync<MutableCaptureAnalyzer>(
        Prelude.Detection(
        """
        events
            .Where(c => c.Bytes > s_least && c.Bytes > Most && c.Bytes > long.MaxValue)
            .Select(c => (object)c)
        """,
        members: """
        private static readonly int s_least = 12;
            private const int Most = 5;
        """));
}
