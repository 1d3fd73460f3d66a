namespace DetectionKit.Sources.Falcon;

/// <summary>Which of its two times is a Falcon event's time.</summary>
public enum FalconTime
{
    /// <summary><c>timestamp</c>: when the event arrived, epoch milliseconds. What the reference query's <c>@timestamp</c> is.</summary>
    Timestamp,

    /// <summary>
    /// <c>ContextTimeStamp</c>: when it happened, as the sensor says, epoch seconds with decimals. Where it is missing or unusable <c>timestamp</c> is
    /// taken, and the report counts it.
    /// </summary>
    ContextTimeStamp,
}
