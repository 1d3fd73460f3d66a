namespace DetectionKit.Simulator.Imperfections;

/// <summary>What was done to the telemetry, counted while it is made.</summary>
public sealed record ImperfectionCounts
{
    /// <summary>Events that occurred.</summary>
    public long Occurred { get; internal set; }

    /// <summary>Events that came: those that occurred, less those lost, and the duplicates.</summary>
    public long Delivered { get; internal set; }

    /// <summary>Events that came a little late (disorder).</summary>
    public long Disordered { get; internal set; }

    /// <summary>Events that came very late.</summary>
    public long Late { get; internal set; }

    /// <summary>Events that came a second time.</summary>
    public long Duplicates { get; internal set; }

    /// <summary>Events of hosts whose clock is wrong.</summary>
    public long Skewed { get; internal set; }

    /// <summary>Events that were lost in a gap.</summary>
    public long Lost { get; internal set; }

    /// <summary>Events that lack a field that they would have had.</summary>
    public long MissingFields { get; internal set; }

    /// <summary>Events whose line is cut off. A duplicate of one is cut off too.</summary>
    public long Malformed { get; internal set; }
}
