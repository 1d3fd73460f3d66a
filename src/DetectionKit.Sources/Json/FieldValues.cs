using System.Text.Json;

namespace DetectionKit.Sources.Json;

/// <summary>The values of a record's wanted fields, by field number, as slices of its bytes. One object is reused for all records.</summary>
/// <param name="fields">How many fields are wanted.</param>
internal sealed class FieldValues(int fields)
{
    private FieldSlice[] _slices = new FieldSlice[fields];
    private int _first;
    private byte[] _unescaped = new byte[1024];
    private byte[] _scratch = new byte[1024];
    private int _scratchLength;

    public void Clear()
    {
        Array.Clear(_slices, _first, fields);
        _scratchLength = 0;
    }

    /// <summary>Has the values go to a place of their own, in which they stay.</summary>
    public void Target(FieldSlice[] slices, int first) => (_slices, _first) = (slices, first);

    /// <summary>Takes over what was found in a record elsewhere: none of it stands in scratch bytes.</summary>
    public void Load(ReadOnlySpan<FieldSlice> slices)
    {
        slices.CopyTo(_slices.AsSpan(_first));
        _slices.AsSpan(_first + slices.Length, fields - slices.Length).Clear();
        _scratchLength = 0;
    }

    public FieldKind KindOf(int field) => _slices[_first + field].Kind;

    /// <summary>Whether a field has a value that is not null.</summary>
    public bool Has(int field) => _slices[_first + field].Kind > FieldKind.Null;

    /// <summary>Takes the value at which the reader stands; of an object or an array it moves to the end.</summary>
    public void Set(int field, ref Utf8JsonReader reader, bool inScratch = false)
    {
        var start = (int)reader.TokenStartIndex;
        _slices[_first + field] = reader.TokenType switch
        {
            JsonTokenType.String => new(start + 1, reader.ValueSpan.Length, reader.ValueIsEscaped ? FieldKind.EscapedText : FieldKind.Text, inScratch),
            JsonTokenType.Number => new(start, reader.ValueSpan.Length, FieldKind.Number, inScratch),
            JsonTokenType.True or JsonTokenType.False => new(start, reader.ValueSpan.Length, FieldKind.Boolean, inScratch),
            JsonTokenType.Null => new(start, 0, FieldKind.Null, inScratch),
            _ => new(start, 0, FieldKind.Composite, inScratch),
        };
        reader.Skip();
        ref var slice = ref _slices[_first + field];
        if (slice.Kind == FieldKind.Composite) slice = slice with { Length = (int)reader.BytesConsumed - start };
    }

    /// <summary>Gives a field a value that stands in the record.</summary>
    public void Set(int field, FieldKind kind, int start, int length) => _slices[_first + field] = new(start, length, kind, InScratch: false);

    /// <summary>Gives a field the value of another.</summary>
    public void Copy(int from, int to) => _slices[_first + to] = _slices[_first + from];

    /// <summary>Gives a field a text that does not stand in the record.</summary>
    public void Set(int field, ReadOnlySpan<byte> text)
    {
        var start = Reserve(text.Length);
        text.CopyTo(_scratch.AsSpan(start));
        _slices[_first + field] = new(start, text.Length, FieldKind.Text, InScratch: true);
    }

    /// <summary>The text of a string, a number or a boolean; false for anything else. The span is good until the next call.</summary>
    public bool TryGet(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> text)
    {
        if (!TryGetWritten(record, field, out text, out var isEscaped)) return false;
        if (!isEscaped) return true;
        if (_unescaped.Length < text.Length) _unescaped = new byte[text.Length * 2];
        text = _unescaped.AsSpan(0, JsonText.Unescape(text, _unescaped));
        return true;
    }

    /// <summary>The text of a string, a number or a boolean as it is written, with its escapes; false for anything else.</summary>
    public bool TryGetWritten(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> text, out bool isEscaped)
    {
        ref readonly var slice = ref _slices[_first + field];
        text = default;
        isEscaped = slice.Kind == FieldKind.EscapedText;
        if (!slice.IsPlain) return false;
        text = (slice.InScratch ? _scratch : record).Slice(slice.Start, slice.Length);
        return true;
    }

    /// <summary>A value as it stands in the record, a text with its quotes; false for a null, and where there is none, or more than one where there may be one.</summary>
    public bool TryGetToken(ReadOnlySpan<byte> record, int field, out ReadOnlySpan<byte> token)
    {
        ref readonly var slice = ref _slices[_first + field];
        token = default;
        if (!slice.IsWritten || slice.InScratch) return false;
        token = record.Slice(slice.Start - slice.Quotes, slice.Length + (2 * slice.Quotes));
        return true;
    }

    /// <summary>
    /// Makes a text field the scratch bytes, to be read as a document of its own: one a record. The span is good until the next <see cref="Clear"/>.
    /// </summary>
    public ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> record, int field)
    {
        if (!TryGet(record, field, out var text)) return default;
        _scratchLength = 0;
        Reserve(text.Length);
        text.CopyTo(_scratch);
        return _scratch.AsSpan(0, text.Length);
    }

    private int Reserve(int length)
    {
        var start = _scratchLength;
        _scratchLength += length;
        if (_scratch.Length < _scratchLength) Array.Resize(ref _scratch, _scratchLength * 2);
        return start;
    }
}
