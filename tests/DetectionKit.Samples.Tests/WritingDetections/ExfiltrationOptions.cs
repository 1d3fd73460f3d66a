using System.ComponentModel.DataAnnotations;

namespace DetectionKit.Samples.Tests.WritingDetections;

// <snippet options>
public sealed class ExfiltrationOptions
{
    /// <summary>How far back the transfers of a host are added up. Default 1 hour.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromHours(1);

    /// <summary>From how many bytes on an alert is made. Default 1 GB.</summary>
    [Range(1, long.MaxValue)]
    public long MinBytes { get; set; } = 1_000_000_000;

    /// <summary>From how many bytes on the tier is high. Default 10 GB.</summary>
    [Range(1, long.MaxValue)]
    public long HighBytes { get; set; } = 10_000_000_000;

    /// <summary>Destinations that are not looked at.</summary>
    public List<string> KnownDestinations { get; set; } = ["backup.example.com"];
}
// </snippet>
