namespace DetectionKit.Detections;

/// <summary>The tiers of <see cref="VpsBeaconRegularity"/>, by score.</summary>
public enum RegularityRisk
{
    /// <summary>Regular.</summary>
    Low = 1,

    /// <summary>Very regular.</summary>
    Medium = 2,

    /// <summary>As a clock, all day.</summary>
    High = 3,
}
