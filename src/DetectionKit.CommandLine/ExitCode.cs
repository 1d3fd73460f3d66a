namespace DetectionKit.CommandLine;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    internal const int Success = 0;

    /// <summary>There were alerts, and <c>--exit-code</c> asked.</summary>
    internal const int Alerts = 1;

    /// <summary>A case did not find what it expects.</summary>
    internal const int Failed = 1;

    internal const int Error = 2;

    /// <summary>128 + SIGINT, as shells have it.</summary>
    internal const int Cancelled = 130;
}
