namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>A place.</summary>
public readonly record struct TracePoint(int X, int Y);
