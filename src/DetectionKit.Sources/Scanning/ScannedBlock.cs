using System.Runtime.CompilerServices;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>Bytes of an input with the records in them, and where their wanted fields stand.</summary>
internal sealed class ScannedBlock(int fields)
{
    private const int FirstRecords = 512;

    private ScannedRecord[] _records = [];
    private FieldSlice[] _slices = [];

    // What has not been told apart, and the records that come after it.
    private readonly List<ScannedRecord> _afterUncut = [];
    private UncutLines? _uncut;
    private long _linesPassed;
    private int _scanned;  // records of the block

    /// <summary>How many fields are wanted of a record.</summary>
    public int Fields => fields;

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>The records in them.</summary>
    public int Count { get; private set; }

    /// <summary>Whether nothing follows.</summary>
    public bool IsLast { get; set; }

    /// <summary>The bytes of the input up to the block's end.</summary>
    public long BytesPassed { get; set; }

    /// <summary>The lines of the input up to the block's end.</summary>
    public long LinesPassed => _linesPassed + LinesCut + LinesBefore;

    /// <summary>The lines of the block that were told apart only when they were scanned.</summary>
    public long LinesCut { get; private set; }

    /// <summary>Those of all blocks before it, which whoever has the blocks in order knows: they come on top of the lines of its records.</summary>
    public long LinesBefore
    {
        get;
        set
        {
            field = value;
            if (Decoded is { } decoded) decoded.Rows.LinesBefore = value;
        }
    }

    /// <summary>What kept the input from being read any further.</summary>
    public string? Fault { get; set; }

    /// <summary>What the records give, if they have been decoded already.</summary>
    public DecodedBlock? Decoded { get; set; }

    /// <summary>The rows of what was decoded last, to be used again.</summary>
    public GatheredRows? UsedRows { get; set; }

    public void Clear()
    {
        (Count, IsLast, Fault, Decoded, LinesBefore, LinesCut, _uncut, _scanned) = (0, false, null, null, 0, 0, null, 0);
        _afterUncut.Clear();
    }

    /// <summary>Whether all of its records have been decoded, so that no one asks for any of them: a decoder goes on until it has left some.</summary>
    public bool IsDecodedWhole => Decoded is { InOrder.Count: 0 };

    /// <summary>Whether it has memory to give.</summary>
    public bool HasMemory => Bytes.Length > 0;

    /// <summary>Uses memory from now on.</summary>
    public void Use(BlockMemory memory) => (Bytes, _records, _slices) = memory;

    /// <summary>Gives its memory away, with all that stands there: what is left of a record is what <see cref="Decoded"/> has of it.</summary>
    public BlockMemory Release()
    {
        var memory = new BlockMemory(Bytes, _records, _slices);
        (Bytes, _records, _slices) = ([], [], []);
        return memory;
    }

    public ref readonly ScannedRecord this[int record] => ref _records[record];

    /// <summary>The bytes of a record.</summary>
    public ReadOnlySpan<byte> Record(int record) => Bytes.AsSpan(_records[record].Start, _records[record].Length);

    /// <summary>The line, from 1, on which a record begins; without <see cref="LinesBefore"/> as long as that is not known.</summary>
    public long LineOf(int record) => _records[record].Line + LinesBefore;

    /// <summary>Where the fields of a record stand in it.</summary>
    public ReadOnlySpan<FieldSlice> FieldsOf(int record) => _slices.AsSpan(record * fields, fields);

    /// <summary>The text of a field of a record as it is written; false where there is none.</summary>
    public bool TryGetWritten(int record, int field, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!_records[record].IsScanned) return false;
        ref readonly var slice = ref _slices[(record * fields) + field];
        if (!slice.IsPlain) return false;
        text = Record(record).Slice(slice.Start, slice.Length);
        return true;
    }

    /// <summary>The text of a field of a record; false where there is none, and where it is not written as it is.</summary>
    public bool TryGetText(int record, int field, out ReadOnlySpan<byte> text) =>
        TryGetWritten(record, field, out text) && _slices[(record * fields) + field].Kind != FieldKind.EscapedText;

    /// <summary>A value of a scanned record as it stands there, a text with its quotes; false where there is none.</summary>
    public bool TryGetToken(int record, int field, out ReadOnlySpan<byte> token)
    {
        token = default;
        if (!TryFindToken(record, field, out var written)) return false;
        token = Bytes.AsSpan(written.Start, written.Length);
        return true;
    }

    /// <summary>Where a value of a scanned record stands in the bytes, a text with its quotes; false where there is none.</summary>
    public bool TryFindToken(int record, int field, out WrittenText token)
    {
        ref readonly var slice = ref _slices[(record * fields) + field];
        token = new(_records[record].Start + slice.Start - slice.Quotes, slice.Length + (2 * slice.Quotes));
        return slice.IsWritten;
    }

    /// <summary>The fields of a record; what is wrong with it, or null.</summary>
    public string? Read(int record, FieldValues values)
    {
        values.Load(_slices.AsSpan(record * fields, fields));
        return _records[record].Fault;
    }

    /// <summary>Takes the records that a reader has in memory, or reads next, and leaves it the bytes that stood here.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="scanner">What scans each as it is found; null to have it done later, by <see cref="ScanNext"/>.</param>
    /// <param name="values">For the scanner's use.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(RecordReader reader, RecordScanner? scanner = null, FieldValues? values = null)
    {
        Clear();

        // The reader goes on in the block's memory; what it has read beyond the block's last record it takes back to its own.
        var spare = reader.MoveTo(Bytes);
        while (true)
        {
            var found = scanner is null ? null : reader.NextLine(scanner);
            var status = found ?? reader.Next();
            if (status is RecordStatus.Pending or RecordStatus.End)
            {
                // Without a record, the bytes are the beginning of one that goes on.
                if (status == RecordStatus.Pending && Count == 0) continue;
                IsLast = status == RecordStatus.End;
                (BytesPassed, _linesPassed, Fault) = (reader.Bytes, reader.Lines, reader.Fault);
                Bytes = reader.MoveTo(spare);
                return;
            }

            var record = reader.Record;
            var one = new ScannedRecord(status, reader.RecordStart, record.Length, reader.Line);
            if (_uncut is not null)
            {
                _afterUncut.Add(one);
                continue;
            }

            Add(one);
            if (scanner is null) _uncut = reader.PassLines();
            else Scan(Count - 1, record, scanner, values!, isFound: found is not null);
        }
    }

    /// <summary>
    /// Scans the next records, which are told apart first where they were found to be lines only: whoever reads blocks in order need not look at every line.
    /// </summary>
    /// <param name="most">How many at most.</param>
    /// <param name="scanner">What scans them.</param>
    /// <param name="values">For the scanner's use.</param>
    /// <returns>How many; none at the end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int ScanNext(int most, RecordScanner scanner, FieldValues values)
    {
        for (var count = 0; count < most; count++, _scanned++)
        {
            var isFound = false;
            if (_scanned == Count && !TryCut(scanner, out isFound)) return count;
            Scan(_scanned, Record(_scanned), scanner, values, isFound);
        }

        return most;
    }

    /// <summary>Adds a record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in ScannedRecord record)
    {
        if (Count == _records.Length) Array.Resize(ref _records, Math.Max(Count * 2, FirstRecords));
        if (_slices.Length < _records.Length * fields) Array.Resize(ref _slices, _records.Length * fields);
        _records[Count++] = record;
    }

    /// <summary>Has values go where those of a record stand.</summary>
    public void Target(int record, FieldValues values) => values.Target(_slices, record * fields);

    /// <summary>Cuts off the next record; after the last of them, those that were found behind are added.</summary>
    /// <returns>Whether there is one.</returns>
    private bool TryCut(RecordScanner scanner, out bool isFound)
    {
        isFound = false;
        if (_uncut is not { } uncut) return false;
        if (uncut.Cut(Bytes, scanner, out var begin, out var length, out isFound) is { } status)
        {
            Add(new(status, begin, length, uncut.Line));
            return true;
        }

        (_uncut, LinesCut) = (null, uncut.Count);
        foreach (var record in _afterUncut) Add(record with { Line = record.Line + LinesCut });
        return _afterUncut.Count > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Scan(int record, ReadOnlySpan<byte> bytes, RecordScanner scanner, FieldValues values, bool isFound)
    {
        ref var found = ref _records[record];
        if (!CanScan(found.Status, bytes)) return;
        Target(record, values);
        found.IsScanned = true;
        if ((isFound ? scanner.ReadFound(bytes, values) : scanner.Read(bytes, values)) is { } fault) found.Fault = fault;
    }

    // What does not begin as an object is read in another way, if at all.
    private static bool CanScan(RecordStatus status, ReadOnlySpan<byte> record) => status == RecordStatus.Record && record[0] == (byte)'{';
}
