namespace DetectionKit.Tests;

/// <summary>One run of the tests: a process may be asked for several.</summary>
public sealed class RunOfTests
{
    private static volatile bool s_hasFailed;

    public RunOfTests() => HasFailed = false;

    internal static bool HasFailed { get => s_hasFailed; set => s_hasFailed = value; }
}
