namespace DetectionKit.Detections;

/// <summary>How much speaks for an incident.</summary>
public enum IncidentRisk
{
    /// <summary>Two detections, with little risk each.</summary>
    [TierLabel("MEDIUM - Several Detections Agree")]
    Medium = 2,

    /// <summary>More risk, or more detections.</summary>
    [TierLabel("HIGH - Several Detections Agree, With High Risk")]
    High = 3,
}
