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
    }

    /// <summary>The quotes of a record of the shape that are not escaped.</summary>
    public int Quotes { get; }

    /// <summary>How often the shape was met of late.</summary>
    public int Uses { get; set; }

    /// <summary>Reads the wanted fields of a record, if it is of the shape; else what it has set has no meaning.</summary>
    public bool TryRead(ReadOnlySpan<byte> record, RecordIndex index, FieldValues values)
    {
        // A comma or a bracket right behind the quote that begins a text is one too many: such records are read otherwise.
        if (index.Quotes != Quotes || index.TextEndCount != _texts) return false;
        ref var textEnd = ref MemoryMarshal.GetReference(index.TextEnds);
        var at = 0;
        foreach (ref readonly var hole in _holes.AsSpan())
        {
            if (!Matches(record, at, hole.Start, hole.Length)) return false;
            var start = at + hole.Length;
            if (hole.IsText)
            {
                at = textEnd - 1;
                textEnd = ref Unsafe.Add(ref textEnd, 1);
                if (at < start) return false;
                if (hole.Field == FieldNames.None) continue;
                var kind = index.HasEscapes && record[start..at].Contains((byte)'\\') ? FieldKind.EscapedText : FieldKind.Text;
                values.Set(hole.Field, kind, start, at - start);
            }
            else
            {
                var kind = PlainValue.Read(record, start, out at);
                if (kind == FieldKind.Absent) return false;
                if (hole.Field != FieldNames.None) values.Set(hole.Field, kind, start, kind == FieldKind.Null ? 0 : at - start);
            }
        }

        return record.Length - at == _length - _tail && Matches(record, at, _tail, _length - _tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Matches(ReadOnlySpan<byte> record, int at, int start, int length)
    {
        if (length > VectorBytes || record.Length - at < VectorBytes) return record.Length - at >= length && record.Slice(at, length).SequenceEqual(_bytes.AsSpan(start, length));
        var these = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(record), (nuint)at);
        var those = Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_bytes), (nuint)start);
        var differ = ~Vector256.Equals(these, those).ExtractMostSignificantBits();
        return (differ & (uint)((1UL << length) - 1)) == 0;
    }
}
