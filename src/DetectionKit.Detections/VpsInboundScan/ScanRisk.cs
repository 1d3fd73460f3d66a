namespace DetectionKit.Detections;

/// <summary>How much a scan is after.</summary>
public enum ScanRisk
{
    /// <summary>The ports of one host.</summary>
    [TierLabel("LOW - Ports Of One Host")]
    Low = 1,

    /// <summary>One service of many hosts, which it means to use.</summary>
    [TierLabel("MEDIUM - One Port Of Many Hosts")]
    Medium = 2,

    /// <summary>A scanner runs on a host of one's own.</summary>
    [TierLabel("HIGH - Scanner Started On A Host")]
    High = 3,
}
