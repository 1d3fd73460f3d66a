using DetectionKit.Sources.Tests.Contracts.Columns;

namespace DetectionKit.Sources.Tests.Fuzzing;

/// <summary>A user's own JSON.</summary>
internal sealed class OwnTarget() : ReadTarget<Visit>(null, ContractTarget.Reads, null)
{
    /// <inheritdoc/>
    protected override IEnumerable<byte[]> Files => ContractTarget.Files;

    /// <inheritdoc/>
    protected override IEnumerable<EventBatch<Visit>> Read(string path, SourceOptions options, SourceReport report, EventReads<Visit>? reads) =>
        EventFiles.Read(path, VisitContext.Default.Visit, options, report, reads);

    /// <inheritdoc/>
    protected override IAsyncEnumerable<EventBatch<Visit>> ReadAsync(string path, SourceOptions options, SourceReport report, EventReads<Visit>? reads) =>
        EventFiles.ReadAsync([path], VisitContext.Default.Visit, options, report, reads: reads);
}
