using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// What the records of one kind have in common: all their bytes but the insides of their texts and their other plain values, which are holes. A record is of the shape if it has
/// these bytes around its holes, and no more quotes than they have; then its holes are known to be whole texts, and no token need be read.
/// </summary>
internal sealed class RecordShape
{
    // What is compared at once. Behind the shape's bytes as many more are readable.
    private const int VectorBytes = 32;

    private readonly byte[] _bytes;
    private readonly ShapeHole[] _holes;
    private readonly int _tail;
    private readonly int _length;
    private readonly int _texts;
    private readonly int[] _wanted;

    /// <param name="bytes">The bytes that all records of the shape have, one after another.</param>
    /// <param name="holes">The holes, in order, each with the bytes before it.</param>
    /// <param name="quotes">The quotes in the bytes.</param>
    public RecordShape(ReadOnlySpan<byte> bytes, ShapeHole[] holes, int quotes)
    {
        _bytes = new byte[bytes.Length + VectorBytes];
        bytes.CopyTo(_bytes);
        (_holes, Quotes, _length) = (holes, quotes, bytes.Length);
        _tail = holes.Length == 0 ? 0 : holes[^1].Start + holes[^1].Length;
        _texts = holes.Count(hole => hole.IsText);
        _wanted = [.. Enumerable.Range(0, holes.Length).Where(i => holes[i].Field != FieldNames.None)];
    }

    /// <summary>The quotes of a record of the shape that are not escaped.</summary>
    public int Quotes { get; }

    /// <summary>How often the shape was met of late.</summary>
    public int Uses { get; set; }

    /// <summary>The bits of the bytes that are compared at once and are not among so many.</summary>
    public static uint OthersOf(int length) => length >= VectorBytes ? length == VectorBytes ? 0 : uint.MaxValue : uint.MaxValue << length;

    /// <summary>Reads the wanted fields of a record, if it is of the shape; else what it has set has no meaning.</summary>
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        // A comma or a bracket right behind the quote that begins a text is one too many: such records are read otherwise.
        if (index.Quotes != Quotes || index.TextEndCount != _texts) return false;
        if (_texts == _holes.Length) return TryReadTexts(record, index, values);
        ref var textEnd = ref MemoryMarshal.GetReference(index.TextEnds);
        ref var bytes = ref MemoryMarshal.GetReference(record);
        ref var shape = ref MemoryMarshal.GetArrayDataReference(_bytes);
        var at = 0;
        foreach (ref readonly var hole in _holes.AsSpan())
        {
            // A text end lies within the record, and so does what a hole ends at.
            if (hole.Others == uint.MaxValue || record.Length - at < VectorBytes)
            {
                if (!MatchesSlowly(record, at, hole.Start, hole.Length)) return false;
            }
            else
            {
                var same = Vector256.Equals(Vector256.LoadUnsafe(ref bytes, (nuint)at), Vector256.LoadUnsafe(ref shape, (nuint)hole.Start)).ExtractMostSignificantBits();
                if ((same | hole.Others) != uint.MaxValue) return false;
            }

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

        return record.Length - at == _length - _tail && MatchesSlowly(record, at, _tail, _length - _tail);
    }

    // Where all holes are texts, where each begins and ends is known before any is looked at: the comparisons need not wait for each other.
    private bool TryReadTexts(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        ref var textEnd = ref MemoryMarshal.GetReference(index.TextEnds);
        ref var bytes = ref MemoryMarshal.GetReference(record);
        ref var shape = ref MemoryMarshal.GetArrayDataReference(_bytes);
        var at = 0;
        for (var i = 0; i < _holes.Length; i++)
        {
            ref readonly var hole = ref _holes[i];
            if (hole.Others == uint.MaxValue || record.Length - at < VectorBytes)
            {
                if (!MatchesSlowly(record, at, hole.Start, hole.Length)) return false;
            }
            else
            {
                var same = Vector256.Equals(Vector256.LoadUnsafe(ref bytes, (nuint)at), Vector256.LoadUnsafe(ref shape, (nuint)hole.Start)).ExtractMostSignificantBits();
                if ((same | hole.Others) != uint.MaxValue) return false;
            }

            var end = Unsafe.Add(ref textEnd, i) - 1;
            if (end < at + hole.Length) return false;
            at = end;
        }

        if (record.Length - at != _length - _tail || !MatchesSlowly(record, at, _tail, _length - _tail)) return false;
        foreach (var i in _wanted)
        {
            var start = (i == 0 ? 0 : Unsafe.Add(ref textEnd, i - 1) - 1) + _holes[i].Length;
            var end = Unsafe.Add(ref textEnd, i) - 1;
            values.Set(_holes[i].Field, index.HasEscape(start, end) ? FieldKind.EscapedText : FieldKind.Text, start, end - start);
        }

        return true;
    }

    private bool MatchesSlowly(ReadOnlySpan<byte> record, int at, int start, int length) =>
        record.Length - at >= length && record.Slice(at, length).SequenceEqual(_bytes.AsSpan(start, length));
}
