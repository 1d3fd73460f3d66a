namespace DetectionKit.Benchmarks.Contestants.Engine;

/// <summary>The settings of the runs over sorted events, beside the defaults.</summary>
internal static class FlagshipSettings
{
    internal static RunSettings Sorted { get; } = new() { Disorder = Disorder.None };
}
