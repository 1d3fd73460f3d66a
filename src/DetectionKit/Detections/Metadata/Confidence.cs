namespace DetectionKit;

/// <summary>How likely an alert is true. The values are those of OCSF's confidence_id.</summary>
public enum Confidence
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>Often false.</summary>
    Low = 1,

    /// <summary>As often true as false.</summary>
    Medium = 2,

    /// <summary>Seldom false.</summary>
    High = 3,
}
