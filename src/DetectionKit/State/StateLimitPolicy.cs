namespace DetectionKit;

/// <summary>What happens when keyed state reaches a limit.</summary>
public enum StateLimitPolicy
{
    /// <summary>The groups whose last event is the oldest are dropped, and counted.</summary>
    ShedOldest = 0,

    /// <summary>Events of new groups are refused, and counted; known groups go on.</summary>
    Refuse = 1,
}
