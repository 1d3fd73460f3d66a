namespace DetectionKit.Benchmarks.Contestants;

/// <summary>Events cut into calls of 1,024, as a driver hands them over.</summary>
internal static class EventCalls
{
    private const int EventsOfCall = 1_024;

    internal static ObjectBatch<NetworkConnection>[] Of(NetworkConnection[] events) =>
        [.. events.Chunk(EventsOfCall).Select(chunk => new ObjectBatch<NetworkConnection>(chunk))];
}
