namespace DetectionKit;

/// <summary>The limits on a run's keyed state. At a limit the policy decides, and the run report counts.</summary>
public sealed record StateLimits
{
    /// <summary>The most open groups (a key in a window) of one stage. Default 10 million.</summary>
    public int MaxGroups { get; init; } = 10_000_000;

    /// <summary>The most bytes of one stage's state, estimated. Default 4 GiB.</summary>
    public long MaxBytes { get; init; } = 4L << 30;

    /// <summary>The most distinct values of one aggregate in one group. Default 1 million.</summary>
    public int MaxDistinctValues { get; init; } = 1_000_000;

    /// <summary>What happens at a limit on groups or bytes. Default <see cref="StateLimitPolicy.ShedOldest"/>.</summary>
    public StateLimitPolicy Policy { get; init; } = StateLimitPolicy.ShedOldest;

    internal void Validate()
    {
        if (MaxGroups < 1) throw new ArgumentOutOfRangeException(nameof(MaxGroups), MaxGroups, "At least one group must fit: MaxGroups is 1 or more.");
        if (MaxBytes < 1024) throw new ArgumentOutOfRangeException(nameof(MaxBytes), MaxBytes, "MaxBytes is 1,024 or more.");
        if (MaxDistinctValues < 1) throw new ArgumentOutOfRangeException(nameof(MaxDistinctValues), MaxDistinctValues, "MaxDistinctValues is 1 or more.");
    }
}
