using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// What the records of one shape have had in common so far: the shape's bytes, and the values that were the same in all of them. What is compared need not be searched for quotes; where a value differs from record to record, it ends at the
/// first quote that is not escaped.
/// </summary>
internal sealed class RecordTemplate
{
    private const int BlockBytes = 64;

    // A length that changes more often is not foretold.
    private const int UsesAChange = 16;
    private const int FirstChanges = 8;

    private readonly byte[] _bytes;
    private readonly TemplatePart[] _parts;
    private readonly TemplateField[] _fields;
    private readonly int _room;
    private long _uses;

    /// <param name="bytes">The bytes of all parts, with as many behind them as are compared at once.</param>
    /// <param name="parts">The parts, in order: there is no hole behind the last one.</param>
    /// <param name="fields">The wanted fields.</param>
    public RecordTemplate(byte[] bytes, TemplatePart[] parts, TemplateField[] fields)
    {
        (_bytes, _parts, _fields) = (bytes, parts, fields);
        _room = Math.Max(parts.Max(part => part.Length) + Beginnings.Width, BlockBytes);
    }

    /// <summary>Finds the line break that ends a record at the beginning of some bytes, if it is of the template.</summary>
    /// <returns>Where it stands; negative where the record is none, or hardly anything follows it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindLineBreak<TReader>(ReadOnlySpan<byte> bytes)
        where TReader : struct, IBlockReader
    {
        if (bytes.Length < _room) return -1;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        ref var at = ref first;

        // Up to here, a part and a vector behind it, or a block, can be read.
        ref var last = ref Unsafe.Add(ref first, bytes.Length - _room);
        ref var own = ref MemoryMarshal.GetArrayDataReference(_bytes);
        ref var part = ref MemoryMarshal.GetArrayDataReference(_parts);
        ref var tail = ref Unsafe.Add(ref part, _parts.Length - 1);
        while (true)
        {
            if (!StandsAt(ref at, ref own, part)) return -1;
            at = ref Unsafe.Add(ref at, part.Length);
            own = ref Unsafe.Add(ref own, part.Length);
            part.End = (int)Unsafe.ByteOffset(ref first, ref at);
            if (!Unsafe.IsAddressLessThan(ref part, ref tail)) break;
            if (Unsafe.IsAddressGreaterThan(ref at, ref last)) return -1;
            var masks = TReader.Read(ref at);
            var quotes = masks.Quotes;
            if (!part.IsText || quotes == 0 || ((masks.Backslashes | masks.Controls) & UpToFirst(quotes)) != 0)
            {
                if (!TryPassHole<TReader>(bytes, ref part)) return -1;
                at = ref Unsafe.Add(ref at, part.HoleLength);
            }
            else
            {
                part.HoleKind = FieldKind.Text;
                var length = BitOperations.TrailingZeroCount(quotes);
                if (!part.IsSteady)
                {
                    part.HoleLength = length;
                    at = ref Unsafe.Add(ref at, length);
                }
                else if (length == part.HoleLength)
                {
                    // The processor goes on from the length that was foretold, and does not wait for the one that was found.
                    at = ref Unsafe.Add(ref at, part.HoleLength);
                }
                else
                {
                    Change(ref part, length);
                    at = ref Unsafe.Add(ref at, length);
                }
            }

            if (Unsafe.IsAddressGreaterThan(ref at, ref last)) return -1;
            part = ref Unsafe.Add(ref part, 1);
        }

        _uses++;
        if (at == (byte)'\r') at = ref Unsafe.Add(ref at, 1);
        return at == (byte)'\n' ? (int)Unsafe.ByteOffset(ref first, ref at) : -1;
    }

    /// <summary>Gives the values of the wanted fields of the record that was found last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(FieldValues values)
    {
        foreach (ref readonly var field in _fields.AsSpan())
        {
            ref readonly var part = ref _parts[field.Part];
            var (kind, length) = field.IsHole ? (part.HoleKind, part.HoleLength) : (field.Kind, field.Length);
            values.Set(field.Field, kind, part.End - field.Before, kind == FieldKind.Null ? 0 : length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool StandsAt(ref byte bytes, ref byte own, in TemplatePart part)
    {
        var left = part.Length;
        for (; left > Beginnings.Width; left -= Beginnings.Width)
        {
            if (Vector256.LoadUnsafe(ref bytes) != Vector256.LoadUnsafe(ref own)) return false;
            bytes = ref Unsafe.Add(ref bytes, Beginnings.Width);
            own = ref Unsafe.Add(ref own, Beginnings.Width);
        }

        return (Vector256.Equals(Vector256.LoadUnsafe(ref bytes), Vector256.LoadUnsafe(ref own)).ExtractMostSignificantBits() | part.Others) == uint.MaxValue;
    }

    // The lowest bit and all below it; every bit where none is set.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong UpToFirst(ulong bits) => bits ^ (bits - 1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Change(ref TemplatePart part, int length)
    {
        part.HoleLength = length;
        part.IsSteady = ++part.Changes <= FirstChanges + (_uses / UsesAChange);
    }

    // What is long, has escapes, or is no text; false where it is none of these.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool TryPassHole<TReader>(ReadOnlySpan<byte> bytes, ref TemplatePart part)
        where TReader : struct, IBlockReader
    {
        if (part.IsText)
        {
            part.HoleLength = TextLength<TReader>(bytes, part.End, out part.HoleKind);
            return part.HoleLength >= 0;
        }

        part.HoleKind = PlainValue.Read(bytes, part.End, out var end);
        part.HoleLength = end - part.End;
        return part.HoleKind != FieldKind.Absent;
    }

    // How long a text is; negative where it has a control character, or an escape that is none, or is too near the end of what there is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TextLength<TReader>(ReadOnlySpan<byte> bytes, int start, out FieldKind kind)
        where TReader : struct, IBlockReader
    {
        kind = FieldKind.Text;
        var (escapeBefore, others) = (0ul, 0ul);
        for (var at = start; at <= bytes.Length - _room; at += BlockBytes)
        {
            var masks = TReader.Read(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at));
            var open = masks.Quotes;
            if ((masks.Backslashes | escapeBefore) != 0)
            {
                var escaped = masks.Escaped(ref escapeBefore);
                open &= ~escaped;
                others |= escaped & ~(masks.Quotes | masks.Backslashes) & UpToFirst(open);
                if ((masks.Backslashes & UpToFirst(open)) != 0) kind = FieldKind.EscapedText;
            }

            // What stands behind the first open quote is not the text's.
            if ((masks.Controls & UpToFirst(open)) != 0) return -1;
            if (open == 0) continue;
            var length = at - start + BitOperations.TrailingZeroCount(open);
            return others == 0 || RecordIndex.AreEscapes(bytes.Slice(start, length)) ? length : -1;
        }

        return -1;
    }
}
