namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>A process, which is compared by its content.</summary>
public sealed record TraceProcess(string Name, TracePoint? Point = null);
