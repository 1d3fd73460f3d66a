namespace DetectionKit.Sources.Formats;

/// <summary>Turns the records of one format into events. One decoder reads all inputs of its format in a run, so that it can join across files.</summary>
/// <typeparam name="T">The event type.</typeparam>
public interface IEventDecoder<T> : IDisposable
{
    /// <summary>The time of the oldest event that is held back; null when none is.</summary>
    DateTimeOffset? OldestHeld { get; }

    /// <summary>
    /// The event time of a record, by which inputs are merged; null when it has none (it is then read as soon as it is met). It must not throw.
    /// </summary>
    /// <param name="record">The record's bytes.</param>
    DateTimeOffset? TimeOf(ReadOnlySpan<byte> record);

    /// <summary>Reads a record: adds its event to the output, holds it back, or tells the output why there is none.</summary>
    /// <param name="record">The record's bytes; they are gone after the call.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="output">Where events go.</param>
    void Decode(ReadOnlySpan<byte> record, EventPosition position, EventOutput<T> output);

    /// <summary>Hands out held events that need wait no longer, as long as the output has room.</summary>
    /// <param name="output">Where they go.</param>
    /// <param name="atEnd">Whether the inputs have ended, so that nothing need wait any longer.</param>
    /// <returns>Whether there are more than the output has room for.</returns>
    bool Release(EventOutput<T> output, bool atEnd);
}
