namespace DetectionKit.Samples.Tests.WritingDetections;

// <snippet tiers>
public enum ExfiltrationRisk
{
    [TierLabel("MEDIUM - Much data to one destination")]
    Medium,

    [TierLabel("HIGH - Very much data to one destination")]
    High,
}
// </snippet>
