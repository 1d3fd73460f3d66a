namespace DetectionKit.CommandLine.Tests.Rules;

/// <summary>Its options.</summary>
public sealed class FailedSignInsOptions
{
    /// <summary>From how many failures on.</summary>
    public int MinFailures { get; set; } = 3;
}
