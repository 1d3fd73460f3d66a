using DetectionKit.Sources.Tests.Reading;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>Connections of a known format.</summary>
internal abstract class ConnectionsTarget(string format, bool ahead = false) : ReadTarget<NetworkConnection>(format, FilteredReads.Of, FilteredReads.Shown, ahead)
{
    /// <inheritdoc/>
    protected sealed override IEnumerable<EventBatch<NetworkConnection>> Read(string path, SourceOptions options, SourceReport report, EventReads<NetworkConnection>? reads) =>
        EventFiles.Read(path, options, report, reads);

    /// <inheritdoc/>
    protected sealed override IAsyncEnumerable<EventBatch<NetworkConnection>> ReadAsync(string path, SourceOptions options, SourceReport report, EventReads<NetworkConnection>? reads) =>
        EventFiles.ReadAsync(path, options, report, reads);
}
