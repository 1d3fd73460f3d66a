using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Bytes of an input with the records in them, and where their wanted fields stand.</summary>
internal sealed class ScannedBlock(int fields)
{
    private const int FirstRecords = 512;

    private ScannedRecord[] _records = new ScannedRecord[FirstRecords];
    private FieldSlice[] _slices = new FieldSlice[FirstRecords * fields];

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

    public void Clear() => (Count, IsLast, Fault) = (0, false, null);

    public ref readonly ScannedRecord this[int record] => ref _records[record];

    /// <summary>The bytes of a record.</summary>
    public ReadOnlySpan<byte> Record(int record) => Bytes.AsSpan(_records[record].Start, _records[record].Length);

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

    /// <summary>A value of a record as it stands there, a text with its quotes; false where there is none.</summary>
    public bool TryGetToken(int record, int field, out ReadOnlySpan<byte> token)
    {
        if (!TryGetWritten(record, field, out token)) return false;
        ref readonly var slice = ref _slices[(record * fields) + field];
        token = Record(record).Slice(slice.Start - slice.Quotes, slice.Length + (2 * slice.Quotes));
        return true;
    }

    /// <summary>The fields of a record; what is wrong with it, or null.</summary>
    public string? Read(int record, FieldValues values)
    {
        values.Load(_slices.AsSpan(record * fields, fields));
        return _records[record].Fault;
    }

    /// <summary>Adds a record.</summary>
    public void Add(in ScannedRecord record, FieldValues values)
    {
        if (Count == _records.Length)
        {
            Array.Resize(ref _records, Count * 2);
            Array.Resize(ref _slices, Count * 2 * fields);
        }

        if (record.IsScanned) values.CopyTo(_slices.AsSpan(Count * fields, fields));
        _records[Count++] = record;
    }
}
