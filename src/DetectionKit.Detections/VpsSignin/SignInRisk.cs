namespace DetectionKit.Detections;

/// <summary>What came of sign-ins.</summary>
public enum SignInRisk
{
    /// <summary>None succeeded.</summary>
    [TierLabel("LOW - Failed Sign-In From Hosting Address Space")]
    Low = 1,

    /// <summary>One succeeded.</summary>
    [TierLabel("HIGH - Successful Sign-In From Hosting Address Space")]
    High = 3,
}
