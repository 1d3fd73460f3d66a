using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Learns which values the records of a shape have in common, and makes a template of them.</summary>
/// <param name="bytes">The bytes of the shape.</param>
/// <param name="holes">Its holes.</param>
internal sealed class TemplateBuilder(byte[] bytes, ShapeHole[] holes)
{
    // What all records had in a hole so far; null where they differ.
    private byte[]?[]? _common;

    /// <summary>Learns from a record of the shape.</summary>
    /// <param name="record">The record.</param>
    /// <param name="places">Where its holes begin and end.</param>
    /// <returns>Whether there is more to a template than before: it is the first, or differs from those before in what these had in common.</returns>
    public bool Learn(ReadOnlySpan<byte> record, ReadOnlySpan<(int Start, int End)> places)
    {
        var isFirst = _common is null;
        var isNew = isFirst;
        _common ??= new byte[]?[holes.Length];
        for (var i = 0; i < holes.Length; i++)
        {
            var value = record[places[i].Start..places[i].End];
            if (isFirst)
            {
                _common[i] = value.ToArray();
            }
            else if (_common[i] is { } common && !value.SequenceEqual(common))
            {
                _common[i] = null;
                isNew = true;
            }
        }

        return isNew;
    }

    /// <summary>The template of what was learnt.</summary>
    public RecordTemplate Build()
    {
        var own = new List<byte>();
        var parts = new List<TemplatePart>();
        var fields = new List<TemplateField>();
        var inPart = new List<(int Field, int Start, int Length, FieldKind Kind)>();
        var start = 0;
        for (var i = 0; i < holes.Length; i++)
        {
            var hole = holes[i];
            own.AddRange(bytes.AsSpan(hole.Start, hole.Length));
            if (_common![i] is { } common)
            {
                if (hole.Field != FieldNames.None) inPart.Add((hole.Field, own.Count, common.Length, KindOf(common, hole.IsText)));
                own.AddRange(common);
                continue;
            }

            EndPart(hole.IsText);
            if (hole.Field != FieldNames.None) fields.Add(new(hole.Field, parts.Count - 1, Before: 0, Length: 0, FieldKind.Absent));
        }

        own.AddRange(bytes.AsSpan(holes.Length == 0 ? 0 : holes[^1].Start + holes[^1].Length));
        EndPart(isText: false);
        own.AddRange(new byte[Beginnings.Width]);
        return new([.. own], [.. parts], [.. fields]);

        void EndPart(bool isText)
        {
            foreach (var (field, place, length, kind) in inPart) fields.Add(new(field, parts.Count, own.Count - place, length, kind));
            parts.Add(new(own.Count - start, isText));
            inPart.Clear();
            start = own.Count;
        }
    }

    private static FieldKind KindOf(byte[] value, bool isText)
    {
        if (!isText) return PlainValue.Read([.. value, (byte)','], 0, out _);
        return value.AsSpan().Contains((byte)'\\') ? FieldKind.EscapedText : FieldKind.Text;
    }
}
