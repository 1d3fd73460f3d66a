using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Formats;
using DetectionKit.Sources.Inputs;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;
using DetectionKit.Sources.Scanning;

namespace DetectionKit.Sources.Reading;

/// <summary>An input being read: its records, the decoder that they go to, and what of them has been counted.</summary>
internal sealed class InputCursor<T>(InputFile file, DecoderContext context) : IDisposable
{
    // What is scanned and then decoded stays near the processor; threads take turns seldom.
    private const int BlockBytes = 1 << 16, AheadBytes = 1 << 18, WorkedBytes = 1 << 19;

    private DecodedStream? _stream;
    private RecordReader? _reader;
    private RecordScanner? _scanner;
    private IScanningDecoder<T>? _scanning;
    private BlockWorkers<T>? _workers;
    private bool _isMerged;
    private bool _scansAhead;
    private ScannedRecords? _scanned;
    private int _expectedTo; // of the block's records
    private int _passed;    // of the events that have been decoded already
    private int _inOrder;   // of the records that were left
    private long _countedBytes;
    private long _countedLines;

    public string Name => file.Name;

    /// <summary>Whether it was found in a folder or by a glob.</summary>
    public bool IsFound => file.IsFound;

    /// <summary>Its format.</summary>
    public IEventFormat Format { get => field ?? throw new InvalidOperationException($"{Name} has no format yet."); set; }

    /// <summary>The decoder of its format.</summary>
    public IEventDecoder<T> Decoder { get => field ?? throw new InvalidOperationException($"{Name} has no decoder yet."); set; }

    /// <summary>What its records are scanned for.</summary>
    public FieldScope Scope => _scanner!.Scope;

    /// <summary>Whether a record was read that has not had its turn.</summary>
    public bool HasRecord { get; private set; }

    /// <summary>Whether a read may have to wait for more to be written.</summary>
    public bool IsLive { get; private set; }

    /// <summary>The time by which it takes its turn among others: of its record at hand, or of its first before it is opened.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Whether it takes long to read; known after the first read.</summary>
    public bool IsCompressed => _stream is { IsCompressed: true };

    /// <summary>Whether it is scanned a block at a time.</summary>
    public bool IsInBlocks => _scanner is not null && !IsLive;

    public EventPosition Position => new(file.Name, Feed.Line);

    private IRecordFeed Feed => _scanned ?? (IRecordFeed)_reader!;

    /// <summary>Has records scanned a block at a time before they are decoded, once the input is read in earnest and if its decoder can say how. An input that may have to wait is not.</summary>
    /// <param name="output">Where its events go.</param>
    /// <param name="isMerged">Whether records of others come between its own.</param>
    /// <param name="isAhead">Whether another thread scans.</param>
    public void Scan(EventOutput<T> output, bool isMerged, bool isAhead)
    {
        (_scanning, _isMerged, _scansAhead) = (Decoder as IScanningDecoder<T>, isMerged, isAhead);
        _scanner = _scanning?.ScannerOf(output);
    }

    /// <summary>Has it read by workers.</summary>
    public void LeaveTo(BlockWorkers<T> workers) => _workers = workers;

    /// <summary>Has the record at hand decoded, or it and those that follow it, as far as they can be decoded together: then it goes to the last of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(EventOutput<T> output)
    {
        if (_scanned is { } scanned && scanned.Number >= _expectedTo)
        {
            var (block, first) = (scanned.Block, scanned.Number);
            var count = Math.Min(ExpectedRecords.Most, block.Count - first);
            var decoded = _isMerged ? 0 : _scanning!.DecodeAlone(block, first, Math.Min(count, output.Room), Name, output);
            if (decoded > 0)
            {
                scanned.MoveTo(first + decoded - 1);
                return;
            }

            // Where this one depends on others, so do those that follow, as a rule.
            _scanning!.Expect(block, first, count, output);
            _expectedTo = first + count;
        }

        DecodeOne(output);
    }

    /// <summary>Whether what comes next are events that have been decoded already.</summary>
    public bool HasRows => _scanned?.Block.Decoded is { } decoded && _passed < NextInOrder(decoded).EventsBefore;

    /// <summary>Begins with a block that has been decoded already, as far as could be.</summary>
    /// <returns>The records that were looked at, and how many of them were left.</returns>
    public (int Records, int Left) BeginDecoded(EventOutput<T> output)
    {
        var block = _scanned!.Block;
        var decoded = block.Decoded!;
        foreach (var (counter, count) in decoded.Counts) context.Report.Add(counter, count);
        _scanning!.Expect(block, 0, 0, output);
        (_passed, _inOrder) = (0, 0);
        return (decoded.Records, decoded.InOrder.Count);
    }

    /// <summary>Adds as many of its events as there is room for, and as no held event comes between; or decodes the next record that had to be left.</summary>
    /// <returns>Whether there is more of it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool DecodeOn(EventOutput<T> output)
    {
        var decoded = _scanned!.Block.Decoded!;
        var (record, before) = NextInOrder(decoded);
        if (_passed < before)
        {
            var count = Math.Min(before - _passed, output.Room);
            var times = decoded.Rows.EventTimes;
            if (!times.IsEmpty) count = _scanning!.Observe(times.Slice(_passed, count));
            output.Add(decoded.Rows, _passed, count);
            _passed += count;
        }
        else if (record < decoded.Records)
        {
            _inOrder++;
            _scanned.MoveTo(record);
            if (_scanned.Block[record].Status == RecordStatus.Record) DecodeOne(output);
            else output.TooLong(Position);
        }
        else
        {
            _scanned.MoveTo(decoded.Records - 1);
            return false;
        }

        return true;
    }

    /// <summary>Reads the time of the record at hand.</summary>
    public void ReadTime()
    {
        _scanned?.Expect();
        Time = Decoder.TimeOf(Feed.Record);
    }

    /// <summary>Opens the input, unless it is open.</summary>
    public RecordReader Open()
    {
        if (_reader is not null) return _reader;

        // A worker inflates what it decodes next, while the others decode.
        _stream = file.Open(out var isLive, inflatesAhead: _workers is null);
        IsLive = isLive;
        var blockBytes = _workers is not null ? WorkedBytes : _scansAhead ? AheadBytes : BlockBytes;
        var bufferBytes = _scanner is null || isLive ? context.Options.BufferBytes : Math.Min(context.Options.BufferBytes, blockBytes);
        return _reader = new RecordReader(_stream, bufferBytes, context.Options.Limits.MaxRecordBytes) { FillsUp = !isLive };
    }

    /// <summary>Ends the time in which it could be read from the beginning: an input that can be opened again is closed, a pipe is kept.</summary>
    public void EndSampling()
    {
        if (_reader is null) return;
        if (IsLive) _reader.Rewind();
        else Close();
    }

    /// <summary>Reads the next block, for a worker; null where it is not read in blocks.</summary>
    /// <param name="used">A block that is no longer needed.</param>
    /// <param name="memory">What it may use.</param>
    public ScannedBlock? TryRead(ScannedBlock? used, BlockMemory? memory)
    {
        var reader = Open();
        if (!IsInBlocks) return null;
        reader.Forget();
        var block = used?.Fields == Scope.Count ? used : new(Scope.Count);
        if (memory is not null) block.Use(memory);
        block.Find(reader);
        return block;
    }

    public RecordStatus Next()
    {
        if (_scanned is null) Begin();
        var status = Feed.Next();
        HasRecord = status == RecordStatus.Record;
        if (status is RecordStatus.Pending or RecordStatus.Decoded or RecordStatus.End)
        {
            _expectedTo = 0;
            Count();
        }

        if (status == RecordStatus.End && Feed.Fault is { } fault)
        {
            context.Report.AddFault(new EventPosition(file.Name, Feed.Lines), $"the rest could not be read: {fault}");
        }

        return status;
    }

    public void Dispose() => Close();

    private void Begin()
    {
        if (_workers is { } workers)
        {
            if (workers.ReadsInBlocks(this)) _scanned = new(new WorkedBlocks<T>(workers, _reader!), _scanner!);
            else _workers = null;
        }

        if (_scanned is not null) return;
        var reader = Open();
        reader.Forget();
        if (IsInBlocks) _scanned = new(_scansAhead ? new ScannedAhead(reader, Scope) : new ScannedHere(reader, Scope), _scanner!);
    }

    private void Close()
    {
        if (_reader is not null) Feed.Dispose();
        (_reader, _scanned) = (null, null);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DecodeOne(EventOutput<T> output)
    {
        _scanned?.Expect();
        Decoder.Decode(Feed.Record, Position, output);
    }

    private (int Record, int EventsBefore) NextInOrder(DecodedBlock decoded) => _inOrder < decoded.InOrder.Count ? decoded.InOrder[_inOrder] : (decoded.Records, decoded.Rows.Count);

    private void Count()
    {
        context.Report.Add(SourceCounter.Bytes, Feed.Bytes - _countedBytes);
        context.Report.Add(SourceCounter.Lines, Feed.Lines - _countedLines);
        (_countedBytes, _countedLines) = (Feed.Bytes, Feed.Lines);
    }
}
