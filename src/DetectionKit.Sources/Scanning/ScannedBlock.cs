using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;
using DetectionKit.Sources.Records;

namespace DetectionKit.Sources.Scanning;

/// <summary>Bytes of an input with the records in them, and where their wanted fields stand.</summary>
internal sealed class ScannedBlock(int fields)
{
    private const int FirstRecords = 512;

    private ScannedRecord[] _records = new ScannedRecord[FirstRecords];
    private FieldSlice[] _slices = new FieldSlice[FirstRecords * fields];

    // What has not been told apart, how many records come before it, and what was passed before the block.
    private UncutLines? _uncut;
    private int _uncutAfter;
    private UncutLines? _uncutBefore;

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
    public long LinesPassed { get; set; }

    /// <summary>What kept the input from being read any further.</summary>
    public string? Fault { get; set; }

    /// <summary>What the records give, if they have been decoded already.</summary>
    public DecodedBlock? Decoded { get; set; }

    /// <summary>The rows of what was decoded last, to be used again.</summary>
    public GatheredRows? UsedRows { get; set; }

    public void Clear() => (Count, IsLast, Fault, Decoded, _uncut, _uncutBefore) = (0, false, null, null, null, null);

    public ref readonly ScannedRecord this[int record] => ref _records[record];

    /// <summary>The bytes of a record.</summary>
    public ReadOnlySpan<byte> Record(int record) => Bytes.AsSpan(_records[record].Start, _records[record].Length);

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
        return slice.IsPlain;
    }

    /// <summary>The fields of a record; what is wrong with it, or null.</summary>
    public string? Read(int record, FieldValues values)
    {
        values.Load(_slices.AsSpan(record * fields, fields));
        return _records[record].Fault;
    }

    /// <summary>Takes the records that a reader has in memory, or reads next, and leaves it the bytes that stood here.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="scanner">What scans each as it is found; null to have it done later, one by one, after <see cref="Cut"/>.</param>
    /// <param name="values">For the scanner's use.</param>
    public void Find(RecordReader reader, RecordScanner? scanner = null, FieldValues? values = null)
    {
        Clear();
        _uncutBefore = reader.LastUncut;
        while (true)
        {
            var status = reader.Next();
            if (status is RecordStatus.Pending or RecordStatus.End)
            {
                // Without a record, the bytes are the beginning of one that goes on.
                if (status == RecordStatus.Pending && Count == 0) continue;
                IsLast = status == RecordStatus.End;
                (BytesPassed, LinesPassed, Fault) = (reader.Bytes, reader.Lines, reader.Fault);
                Bytes = reader.MoveTo(Bytes);
                return;
            }

            var record = reader.Record;
            Add(new(status, reader.RecordStart, record.Length, reader.Line));
            if (scanner is not null) Scan(Count - 1, record, scanner, values!);
            else if (_uncut is null) (_uncut, _uncutAfter) = (reader.PassLines(), Count);
        }
    }

    /// <summary>Tells apart the records that were found to be lines only, and counts the lines before them: whoever reads blocks in order need not look at every line.</summary>
    public void Cut()
    {
        var passed = _uncutBefore?.LinesPassed ?? 0;
        var uncut = _uncut;
        (_uncutBefore, _uncut) = (null, null);
        for (var i = 0; i < (uncut is null ? Count : _uncutAfter); i++) _records[i].Line += passed;
        if (uncut is not null)
        {
            var after = _records.AsSpan(_uncutAfter, Count - _uncutAfter).ToArray();
            Count = _uncutAfter;
            while (uncut.Cut(Bytes, out var begin, out var length) is { } status) Add(new(status, begin, length, uncut.Line + passed));
            passed = uncut.LinesPassed;
            foreach (var record in after) Add(record with { Line = record.Line + passed });
        }

        LinesPassed += passed;
    }

    /// <summary>Scans a record that was found only.</summary>
    public void Scan(int record, RecordScanner scanner, FieldValues values) => Scan(record, Record(record), scanner, values);

    /// <summary>Adds a record.</summary>
    public void Add(in ScannedRecord record)
    {
        if (Count == _records.Length)
        {
            Array.Resize(ref _records, Count * 2);
            Array.Resize(ref _slices, Count * 2 * fields);
        }

        _records[Count++] = record;
    }

    /// <summary>Has values go where those of a record stand.</summary>
    public void Target(int record, FieldValues values) => values.Target(_slices, record * fields);

    private void Scan(int record, ReadOnlySpan<byte> bytes, RecordScanner scanner, FieldValues values)
    {
        ref var found = ref _records[record];
        if (!CanScan(found.Status, bytes)) return;
        Target(record, values);
        found.IsScanned = true;
        if (scanner.Read(bytes, values) is { } fault) found.Fault = fault;
    }

    // What does not begin as an object is read in another way, if at all.
    private static bool CanScan(RecordStatus status, ReadOnlySpan<byte> record) => status == RecordStatus.Record && record[0] == (byte)'{';
}
