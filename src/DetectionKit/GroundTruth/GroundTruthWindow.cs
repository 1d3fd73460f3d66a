namespace DetectionKit.GroundTruth;

/// <summary>A window in which events of a label's key came, so that a perfect detector could have fired in it.</summary>
public sealed record GroundTruthWindow
{
    /// <summary>The earliest event time, included.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The event time at which it ends, excluded.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>How many events came in it, where that is known.</summary>
    public long? Events { get; init; }
}
