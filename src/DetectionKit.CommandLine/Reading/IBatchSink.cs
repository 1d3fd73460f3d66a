namespace DetectionKit.CommandLine.Reading;

/// <summary>Takes batches of events of any type.</summary>
internal interface IBatchSink
{
    /// <summary>Takes a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="time">The time of an event.</param>
    void Take<T>(EventBatch<T> batch, Func<T, DateTimeOffset> time);
}
