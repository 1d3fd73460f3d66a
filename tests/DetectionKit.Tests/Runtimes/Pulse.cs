namespace DetectionKit.Tests.Runtimes;

/// <summary>A sign of life of another kind.</summary>
public sealed record Pulse(DateTimeOffset Time, string Host);
