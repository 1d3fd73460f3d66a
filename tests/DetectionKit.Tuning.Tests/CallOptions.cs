using System.ComponentModel.DataAnnotations;

namespace DetectionKit.Tuning.Tests;

/// <summary>The options of the detections that are tuned here.</summary>
public sealed class CallOptions
{
    [Range(1, 60)]
    public int Min { get; set; } = 2;

    public int Ports { get; set; } = 3;

    public int Port { get; set; } = 443;

    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);
}
