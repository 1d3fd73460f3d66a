using DetectionKit.CommandLine.Configuration;
using DetectionKit.CommandLine.Reading;

namespace DetectionKit.CommandLine.Running;

/// <summary>A run of detections that is ready to start.</summary>
/// <param name="Input">What is read.</param>
/// <param name="Configuration">The detections' options.</param>
/// <param name="Settings">The settings of event time and state.</param>
internal sealed record RunRequest(InputSelection Input, DetectionConfiguration Configuration, RunSettings Settings)
{
    /// <summary>Whether alerts are ranked at the end, instead of being written as they come.</summary>
    internal bool IsRanked => Input.Options.Disorder.IsAny && Settings.Trigger == AlertTrigger.AtClose;
}
