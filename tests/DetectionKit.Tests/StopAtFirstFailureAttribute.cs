using System.Reflection;
using Xunit.v3;

[assembly: DetectionKit.Tests.StopAtFirstFailure]
[assembly: AssemblyFixture(typeof(DetectionKit.Tests.RunOfTests))]

namespace DetectionKit.Tests;

/// <summary>
/// Where mutants are judged (DETECTIONKIT_STOP_AT_FAILURE=1), the first failure decides: what would run after it fails at once. A mutant that hundreds of tests notice would have each of them look for
/// a smaller example, and describe it to no one.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class StopAtFirstFailureAttribute : BeforeAfterTestAttribute
{
    private static readonly bool s_stops = Environment.GetEnvironmentVariable("DETECTIONKIT_STOP_AT_FAILURE") == "1";

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (s_stops && RunOfTests.HasFailed) throw new InvalidOperationException("Another test has failed.");
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) RunOfTests.HasFailed = true;
    }
}
