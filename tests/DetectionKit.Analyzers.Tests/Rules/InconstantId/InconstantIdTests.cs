using DetectionKit.Analyzers.Rules.InconstantId;
using DetectionKit.Analyzers.Tests.Verification;

namespace DetectionKit.Analyzers.Tests.Rules.InconstantId;

public sealed class InconstantIdTests
{
    [Fact]
    public Task Reports_an_id_that_is_put_together() => RuleTest.ExpectsAsync<InconstantIdAnalyzer>(
        """
        public static class Rules
        {
            public static object Of(string name) => Detection.Define<Call, Call>({|DK1005:"rule-" + name|}, events => events);
        }
        """);

    [Fact]
    public Task Stays_silent_at_a_constant() => RuleTest.ExpectsAsync<InconstantIdAnalyzer>(
        """
        public static class Rules
        {
            private const string Prefix = "rule-";

            public static object One => Detection.Define<Call, Call>(Prefix + "one", events => events);
        }
        """);
}
