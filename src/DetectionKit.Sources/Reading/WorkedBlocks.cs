using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Reading;

/// <summary>The blocks of one input that workers read.</summary>
/// <param name="workers">The workers, who go on to the next input.</param>
/// <param name="reader">What they read it by: closed when the input is done with.</param>
internal sealed class WorkedBlocks<T>(BlockWorkers<T> workers, RecordReader reader) : IBlockSource
{
    /// <inheritdoc/>
    public ScannedBlock Next(ScannedBlock? done) => workers.Next(done);

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
