using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>Blocks that are scanned when they are asked for.</summary>
/// <param name="reader">Where the records come from.</param>
/// <param name="scope">What is looked for in them.</param>
internal sealed class ScannedHere(RecordReader reader, FieldScope scope) : IBlockSource
{
    private readonly RecordScanner _scanner = RecordScanner.Of(scope);
    private readonly FieldValues _values = new(scope.Count);

    /// <inheritdoc/>
    public ScannedBlock Next(ScannedBlock? done)
    {
        var block = done ?? new(scope.Count);
        block.Find(reader, _scanner, _values);
        return block;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
