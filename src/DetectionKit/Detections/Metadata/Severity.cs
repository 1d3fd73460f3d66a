namespace DetectionKit;

/// <summary>How bad it is if an alert is true. The values are those of OCSF's severity_id.</summary>
public enum Severity
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>Of interest, no harm.</summary>
    Informational = 1,

    /// <summary>Little harm.</summary>
    Low = 2,

    /// <summary>Some harm.</summary>
    Medium = 3,

    /// <summary>Much harm.</summary>
    High = 4,

    /// <summary>Harm at once.</summary>
    Critical = 5,
}
