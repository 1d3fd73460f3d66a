using System.Collections.Concurrent;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// Records that are found and scanned a block at a time before any is decoded: they are those of the reader, in its order, and their fields those that a scanner finds. On a thread of their own, a block or two
/// ahead of what is decoded on this one, or on this one.
/// </summary>
internal sealed class ScannedRecords : IRecordFeed
{
    private const int BlocksAhead = 2;

    private readonly RecordReader _reader;
    private readonly RecordScanner _expecting;
    private readonly RecordScanner _scanner;
    private readonly FieldValues _values;
    private readonly BlockingCollection<ScannedBlock>? _free;
    private readonly BlockingCollection<ScannedBlock> _ready = [];
    private ScannedBlock _block;
    private Task? _scanning;
    private int _record = -1;

    /// <param name="reader">Where the records come from.</param>
    /// <param name="expecting">The scanner by which they are read here: it is told what has been found.</param>
    /// <param name="isAhead">Whether another thread scans.</param>
    public ScannedRecords(RecordReader reader, RecordScanner expecting, bool isAhead)
    {
        var fields = expecting.Scope.Count;
        (_reader, _expecting, _scanner, _values) = (reader, expecting, RecordScanner.Of(expecting.Scope), new FieldValues(fields));
        _block = new(fields);
        if (!isAhead) return;
        _free = [];
        for (var i = 0; i < BlocksAhead; i++) _free.Add(new(fields));
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> Record => _block.Record(_record);

    /// <inheritdoc/>
    public long Line => _block[_record].Line;

    /// <inheritdoc/>
    public long Lines => _block.LinesPassed;

    /// <inheritdoc/>
    public long Bytes => _block.BytesPassed;

    /// <inheritdoc/>
    public string? Fault => _block.Fault;

    /// <summary>The block with the record found last.</summary>
    public ScannedBlock Block => _block;

    /// <summary>The number of the record found last in its block.</summary>
    public int Number => _record;

    /// <summary>Tells the scanner that the record found last is what it will be asked for.</summary>
    public void Expect() => _expecting.Expect(_block[_record].IsScanned ? _block : null, _record);

    /// <inheritdoc/>
    public RecordStatus Next()
    {
        if (++_record < _block.Count) return _block[_record].Status;
        if (_block.IsLast) return RecordStatus.End;
        if (_free is null) Scan(_block);
        else Take(_free);
        _record = -1;
        _expecting.Expect(null, 0);
        return RecordStatus.Pending;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The reader can't be closed under a read; what went wrong there is no one's business any more.
        _free?.CompleteAdding();
        if (_scanning is { } scanning) Task.WaitAny(scanning);
        _expecting.Expect(null, 0);
        _reader.Dispose();
        _free?.Dispose();
        _ready.Dispose();
    }

    private void Take(BlockingCollection<ScannedBlock> free)
    {
        // A thread of its own: it is seldom idle, and the pool's look for work while they wait.
        if (_scanning is null) _scanning = Task.Factory.StartNew(() => ScanAll(free), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        else free.Add(_block);
        if (_ready.TryTake(out var block, Timeout.Infinite)) _block = block;
        else _scanning.GetAwaiter().GetResult();
    }

    private void ScanAll(BlockingCollection<ScannedBlock> free)
    {
        try
        {
            foreach (var block in free.GetConsumingEnumerable())
            {
                Scan(block);
                _ready.Add(block);
                if (block.IsLast) break;
            }
        }
        finally
        {
            _ready.CompleteAdding();
        }
    }

    private void Scan(ScannedBlock block)
    {
        block.Clear();
        while (true)
        {
            var status = _reader.Next();
            if (status is RecordStatus.Pending or RecordStatus.End)
            {
                // Without a record, the bytes are the beginning of one that goes on.
                if (status == RecordStatus.Pending && block.Count == 0) continue;
                block.IsLast = status == RecordStatus.End;
                (block.BytesPassed, block.LinesPassed, block.Fault) = (_reader.Bytes, _reader.Lines, _reader.Fault);
                block.Bytes = _reader.MoveTo(block.Bytes);
                return;
            }

            // What does not begin as an object is read in another way, if at all.
            var record = _reader.Record;
            var isScanned = status == RecordStatus.Record && record[0] == (byte)'{';
            block.Add(new(status, _reader.RecordStart, record.Length, _reader.Line, isScanned, isScanned ? _scanner.Read(record, _values) : null), _values);
        }
    }
}
