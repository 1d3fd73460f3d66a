using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// What the records of one kind have in common: all their bytes but the insides of their texts and their other plain values, which are holes. A record is of the shape if it has
/// these bytes around its holes, and no more quotes than they have; then its holes are known to be whole texts, and no token need be read.
/// </summary>
internal sealed class RecordShape
{
    // Of longer records, what they have in common gains nothing.
    private const int MostTemplateBytes = 1 << 14;

    private readonly byte[] _bytes;
    private readonly ShapeHole[] _holes;
    private readonly byte[] _beginnings;
    private readonly uint[] _others;
    private readonly int[] _lengths;
    private readonly int[] _long;
    private readonly (int Hole, int Length, int Field)[] _wanted;
    private readonly int _tail;
    private readonly int _texts;
    private readonly TemplateBuilder _template;

    /// <param name="bytes">The bytes that all records of the shape have, one after another.</param>
    /// <param name="holes">The holes, in order, each with the bytes before it.</param>
    /// <param name="quotes">The quotes in the bytes.</param>
    public RecordShape(byte[] bytes, ShapeHole[] holes, int quotes)
    {
        (_bytes, _holes, Quotes, _template) = (bytes, holes, quotes, new(bytes, holes));
        _tail = holes.Length == 0 ? 0 : holes[^1].Start + holes[^1].Length;
        _texts = holes.Count(hole => hole.IsText);
        _lengths = [.. holes.Select(hole => hole.Length)];
        _others = [.. _lengths.Select(Beginnings.OthersOf)];
        _long = [.. Enumerable.Range(0, holes.Length).Where(i => _lengths[i] > Beginnings.Width)];
        _wanted = [.. Enumerable.Range(0, holes.Length).Where(i => holes[i].Field != FieldNames.None).Select(i => (i, _lengths[i], holes[i].Field))];
        _beginnings = new byte[holes.Length * Beginnings.Width];
        for (var i = 0; i < holes.Length; i++) bytes.AsSpan(holes[i].Start, Math.Min(holes[i].Length, Beginnings.Width)).CopyTo(_beginnings.AsSpan(i * Beginnings.Width));
    }

    /// <summary>The quotes of a record of the shape that are not escaped.</summary>
    public int Quotes { get; }

    /// <summary>How often the shape was met of late.</summary>
    public int Uses { get; set; }

    /// <summary>What the records that were learnt from have in common, beside the shape; null before the first.</summary>
    public RecordTemplate? Template { get; private set; }

    /// <summary>Learns from a record of the shape what its records have in common.</summary>
    public void Learn(ReadOnlySpan<byte> record, RecordIndex index)
    {
        if (record.Length > MostTemplateBytes) return;
        var places = new (int Start, int End)[_holes.Length];
        var (at, texts) = (0, 0);
        for (var i = 0; i < places.Length; i++)
        {
            var start = at + _holes[i].Length;
            if (_holes[i].IsText) at = index.TextEnds[++texts] - 1;
            else PlainValue.Read(record, start, out at);
            places[i] = (start, at);
        }

        if (_template.Learn(record, places)) Template = _template.Build();
    }

    /// <summary>Reads the wanted fields of a record, if it is of the shape; else what it has set has no meaning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        // A comma or a bracket right behind the quote that begins a text is one too many: such records are read otherwise.
        if (index.Quotes != Quotes || index.TextEndCount != _texts) return false;
        if (_texts == _holes.Length) return TryReadTexts(record, index, values);
        ref var textEnd = ref Unsafe.Add(ref MemoryMarshal.GetReference(index.TextEnds), 1);
        ref var bytes = ref MemoryMarshal.GetReference(record);
        ref var beginnings = ref MemoryMarshal.GetArrayDataReference(_beginnings);
        ref var others = ref MemoryMarshal.GetArrayDataReference(_others);
        var at = 0;
        for (var i = 0; i < _holes.Length; i++)
        {
            // A text end lies within the record, and so does what a hole ends at.
            ref readonly var hole = ref _holes[i];
            if (hole.Length > Beginnings.Width || record.Length - at < Beginnings.Width ? !BeginsSlowly(record, at, i) : !Beginnings.StandsAt(ref Unsafe.Add(ref bytes, at), ref beginnings, i, Unsafe.Add(ref others, i))) return false;
            var start = at + hole.Length;
            if (hole.IsText)
            {
                at = textEnd - 1;
                textEnd = ref Unsafe.Add(ref textEnd, 1);
                if (at < start) return false;
                if (hole.Field != FieldNames.None) values.Set(hole.Field, index.HasEscape(start, at) ? FieldKind.EscapedText : FieldKind.Text, start, at - start);
            }
            else
            {
                var kind = PlainValue.Read(record, start, out at);
                if (kind == FieldKind.Absent) return false;
                if (hole.Field != FieldNames.None) values.Set(hole.Field, kind, start, kind == FieldKind.Null ? 0 : at - start);
            }
        }

        return record[at..].SequenceEqual(_bytes.AsSpan(_tail));
    }

    // Where all holes are texts, where each begins and ends is known before any is looked at: the comparisons need not wait for each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryReadTexts(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        ref var textEnds = ref MemoryMarshal.GetReference(index.TextEnds);
        ref var bytes = ref MemoryMarshal.GetReference(record);
        ref var lengths = ref MemoryMarshal.GetArrayDataReference(_lengths);
        ref var beginnings = ref MemoryMarshal.GetArrayDataReference(_beginnings);
        ref var others = ref MemoryMarshal.GetArrayDataReference(_others);

        // The last ones have not as many bytes behind them as are compared at once.
        var count = _holes.Length;
        while (count > 0 && Unsafe.Add(ref textEnds, count - 1) - 1 > record.Length - Beginnings.Width) count--;
        var shortest = 0;
        for (var i = 0; i < count; i++)
        {
            var at = Unsafe.Add(ref textEnds, i) - 1;
            if (!Beginnings.StandsAt(ref Unsafe.Add(ref bytes, at), ref beginnings, i, Unsafe.Add(ref others, i))) return false;
            shortest |= Unsafe.Add(ref textEnds, i + 1) - 1 - at - Unsafe.Add(ref lengths, i);
        }

        // Negative if any hole is.
        if (shortest < 0) return false;
        for (var i = count; i < _holes.Length; i++)
        {
            var at = Unsafe.Add(ref textEnds, i) - 1;
            if (!BeginsSlowly(record, at, i) || Unsafe.Add(ref textEnds, i + 1) - 1 - at < _lengths[i]) return false;
        }

        foreach (var i in _long)
        {
            if (!BeginsSlowly(record, Unsafe.Add(ref textEnds, i) - 1, i)) return false;
        }

        if (!record[(Unsafe.Add(ref textEnds, _holes.Length) - 1)..].SequenceEqual(_bytes.AsSpan(_tail))) return false;
        foreach (var (i, length, field) in _wanted)
        {
            var start = Unsafe.Add(ref textEnds, i) - 1 + length;
            var end = Unsafe.Add(ref textEnds, i + 1) - 1;
            values.Set(field, index.HasEscape(start, end) ? FieldKind.EscapedText : FieldKind.Text, start, end - start);
        }

        return true;
    }

    private bool BeginsSlowly(ReadOnlySpan<byte> record, int at, int hole) => record[at..].StartsWith(_bytes.AsSpan(_holes[hole].Start, _lengths[hole]));
}
