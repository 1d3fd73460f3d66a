namespace DetectionKit.Detections;

/// <summary>Why a sign-in from hosting address space is told of.</summary>
public enum SignInKind
{
    /// <summary>The account's first from there for a long time.</summary>
    FirstSeen,

    /// <summary>Too far from the account's last good sign-in for the time between.</summary>
    ImpossibleTravel,

    /// <summary>One address tries many accounts.</summary>
    Spray,
}
