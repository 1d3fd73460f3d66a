namespace DetectionKit.Detections;

/// <summary>What alerts have in common.</summary>
public enum IncidentEntity
{
    /// <summary>A host.</summary>
    Host,

    /// <summary>An account.</summary>
    User,

    /// <summary>A remote address.</summary>
    RemoteAddress,
}
