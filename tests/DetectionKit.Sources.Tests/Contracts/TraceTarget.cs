namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>A target, which is compared by its identity.</summary>
public sealed class TraceTarget
{
    public string Host { get; set; } = "?";

    public int Port { get; set; }
}
