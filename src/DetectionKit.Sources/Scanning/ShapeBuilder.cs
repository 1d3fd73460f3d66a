using System.Text.Json;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Makes the shape of a record that a JSON reader has read without fault.</summary>
internal sealed class ShapeBuilder(FieldScope scope)
{
    private readonly List<byte> _bytes = [];
    private readonly List<ShapeHole> _holes = [];
    private readonly HashSet<int> _fields = [];
    private int _taken;
    private bool _hasShape;

    /// <summary>The shape; null where a record has none: a name has an escape, a wanted field is an object or an array, or is there twice where it may not be.</summary>
    /// <param name="record">The record.</param>
    /// <param name="quotes">The quotes in it that are not escaped.</param>
    public RecordShape? Build(ReadOnlySpan<byte> record, int quotes)
    {
        _bytes.Clear();
        _holes.Clear();
        _fields.Clear();
        (_taken, _hasShape) = (0, true);
        var reader = new Utf8JsonReader(record);
        reader.Read();
        ReadObject(record, ref reader, scope);
        if (!_hasShape) return null;
        _bytes.AddRange(record[_taken..]);
        return new([.. _bytes], [.. _holes], quotes);
    }

    private void ReadObject(ReadOnlySpan<byte> record, ref Utf8JsonReader reader, FieldScope? within)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _hasShape &= !reader.ValueIsEscaped;
            var field = within?.Find(ref reader) ?? FieldNames.None;
            var inner = within?.Open(ref reader);
            reader.Read();
            if (inner is { Mark: not FieldNames.None } && reader.TokenType == JsonTokenType.StartObject) _hasShape &= _fields.Add(inner.Mark) && (field == FieldNames.None || _fields.Add(field));
            var isWanted = field != FieldNames.None && !(inner is not null && reader.TokenType == JsonTokenType.StartObject);
            if (isWanted && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) _hasShape = false;
            if (isWanted && !_fields.Add(field) && within!.RefusesRepeated) _hasShape = false;
            ReadValue(record, ref reader, isWanted ? field : FieldNames.None, inner);
        }
    }

    private void ReadValue(ReadOnlySpan<byte> record, ref Utf8JsonReader reader, int field, FieldScope? inner)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(record, ref reader, inner);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) ReadValue(record, ref reader, FieldNames.None, null);
                break;
            default:
                var isText = reader.TokenType == JsonTokenType.String;
                AddHole(record, (int)reader.TokenStartIndex + (isText ? 1 : 0), reader.ValueSpan.Length, field, isText);
                break;
        }
    }

    private void AddHole(ReadOnlySpan<byte> record, int start, int length, int field, bool isText)
    {
        _holes.Add(new(_bytes.Count, start - _taken, field, isText));
        _bytes.AddRange(record[_taken..start]);
        _taken = start + length;
    }
}
