using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>Records that are found and scanned a block at a time before any is decoded: they are those of a reader, in its order, and their fields those that a scanner finds.</summary>
/// <param name="blocks">The blocks.</param>
/// <param name="expecting">The scanner by which they are read: it is told what has been found.</param>
internal sealed class ScannedRecords(IBlockSource blocks, RecordScanner expecting) : IRecordFeed
{
    private ScannedBlock? _block;
    private int _record = -1;
    private long _linesCut; // in the blocks so far

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Record => Block.Record(_record);

    /// <inheritdoc/>
    public long Line => Block.LineOf(_record);

    /// <inheritdoc/>
    public long Lines => _block?.LinesPassed ?? 0;

    /// <inheritdoc/>
    public long Bytes => _block?.BytesPassed ?? 0;

    /// <inheritdoc/>
    public string? Fault => _block?.Fault;

    /// <summary>The block with the record found last.</summary>
    public ScannedBlock Block => _block ?? throw new InvalidOperationException("No block has been read.");

    /// <summary>The number of the record found last in its block; negative before the first.</summary>
    public int Number => _record;

    /// <summary>Goes to a record of the block at hand; to the number of them to be done with all.</summary>
    public void MoveTo(int record) => _record = record;

    /// <summary>Tells the scanner that the record found last is what it will be asked for.</summary>
    public void Expect() => expecting.Expect(Block, _record);

    /// <inheritdoc/>
    public RecordStatus Next()
    {
        if (_block is not null)
        {
            if (++_record < _block.Count) return _block[_record].Status;
            if (_block.IsLast) return RecordStatus.End;
        }

        _block = blocks.Next(_block);
        _block.LinesBefore = _linesCut;
        _linesCut += _block.LinesCut;
        _record = -1;
        expecting.Expect(null, 0);
        return _block.Decoded is null ? RecordStatus.Pending : RecordStatus.Decoded;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        expecting.Expect(null, 0);
        blocks.Dispose();
    }
}
