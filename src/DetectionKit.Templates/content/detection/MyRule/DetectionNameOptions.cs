using System.ComponentModel.DataAnnotations;

namespace DetectionName.Rules;

public sealed class DetectionNameOptions
{
    /// <summary>The window, aligned to the UTC epoch.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The fewest failures before a success that make an alert.</summary>
    [Range(1, int.MaxValue)]
    public int MinFailures { get; set; } = 5;

    /// <summary>From how many failures the risk is high.</summary>
    [Range(1, int.MaxValue)]
    public int HighFailures { get; set; } = 20;
}
