using DetectionKit.Analyzers.Rules.LatenessBeyondWindow;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.LatenessBeyondWindow;

public sealed class LatenessBeyondWindowTests
{
    [Fact]
    public Task Reports_what_keeps_several_windows_open() => RuleTest.ExpectsAsync<LatenessBeyondWindowAnalyzer>(
        """
        public static class Run
        {
            public static object Of(IEnumerable<Call> calls) => calls.Detect(new Rule(), new Options(), new RunSettings { {|DK3005:AllowedLateness = TimeSpan.FromHours(3)|} });
        }

        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o) => events.GroupBy(c => c).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key);
        }

        public sealed class Options { }
        """);

    [Fact]
    public Task Stays_silent_within_a_window() => RuleTest.ExpectsAsync<LatenessBeyondWindowAnalyzer>(
        """
        public static class Run
        {
            public static object Of(IEnumerable<Call> calls) => calls.Detect(new Rule(), new Options(), new RunSettings { AllowedLateness = TimeSpan.FromHours(1) });
        }

        public sealed class Rule : Detection<Call, Call, Options>
        {
            public override DetectionQuery<Call> Define(Events<Call> events, Options o) => events.GroupBy(c => c).Window(w => w.Tumbling(TimeSpan.FromHours(1))).Aggregate(w => w.Key);
        }

        public sealed class Options { }
        """);
}
