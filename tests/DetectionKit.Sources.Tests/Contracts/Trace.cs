namespace DetectionKit.Sources.Tests.Contracts;

/// <summary>An event with objects and lists in it.</summary>
public sealed record Trace(DateTimeOffset At, TraceProcess? Process, TraceTarget? To, string[]? Tags, TracePoint Point);
