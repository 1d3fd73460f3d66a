namespace DetectionKit.Tests.Properties;

internal enum FlowRisk
{
    [TierLabel("LOW - seen")]
    Low = 1,
    [TierLabel("HIGH - seen often")]
    High = 2,
}
