using System.Reflection;

namespace DetectionKit.CommandLine;

/// <summary>What a <see cref="DetectionApp"/> works on: its detections, and what it reads from and writes to.</summary>
public sealed class DetectionAppOptions
{
    /// <summary>The program's name, for help and messages; null for that of the running program.</summary>
    public string? Name { get; init; }

    /// <summary>The assemblies whose public detections there are; none for the entry assembly's.</summary>
    public IReadOnlyList<Assembly> Rules { get; init; } = [];

    /// <summary>Where results go; null for the process's standard output. A writer given here is no terminal.</summary>
    public TextWriter? Output { get; init; }

    /// <summary>Where progress and messages go; null for the process's standard error. A writer given here is no terminal.</summary>
    public TextWriter? Error { get; init; }

    /// <summary>What <c>-</c> reads; null for the process's standard input.</summary>
    public Stream? StandardInput { get; init; }
}
