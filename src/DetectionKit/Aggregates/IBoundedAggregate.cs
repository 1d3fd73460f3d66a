namespace DetectionKit;

/// <summary>An aggregate whose state keeps distinct values, and takes a limit on them from the run's <see cref="StateLimits"/>.</summary>
public interface IBoundedAggregate
{
    /// <summary>The most distinct values that one state keeps.</summary>
    int MaxDistinctValues { set; }

    /// <summary>How many values were refused for that limit.</summary>
    long RefusedValues { get; }
}
