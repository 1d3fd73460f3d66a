namespace DetectionKit.Detections;

/// <summary>How strongly the traffic looks like a beacon. The values are the reference query's RiskScore.</summary>
public enum BeaconRisk
{
    /// <summary>Above the threshold, no more.</summary>
    [TierLabel("LOW - Above Threshold Outbound Frequency")]
    Low = 1,

    /// <summary>Frequent.</summary>
    [TierLabel("MEDIUM - Elevated Outbound Connection Frequency")]
    Medium = 2,

    /// <summary>Very frequent, few ports.</summary>
    [TierLabel("HIGH - Low Port Variance Repetitive Connections")]
    High = 3,

    /// <summary>Most frequent, one port.</summary>
    [TierLabel("CRITICAL - Highly Regular Single-Port Beaconing")]
    Critical = 4,
}
