namespace DetectionKit.Detections;

/// <summary>Which way a scan goes.</summary>
public enum ScanKind
{
    /// <summary>Many ports of one host.</summary>
    Vertical,

    /// <summary>One port of many hosts.</summary>
    Horizontal,

    /// <summary>A scanner that was started on a host: which way it goes is not known.</summary>
    Local,
}
