using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DetectionKit.Sources.Scanning;

/// <summary>
/// The first pass over a record, 64 bytes at a time: how many quotes it has that are not escaped, and which of them a comma or a closing bracket follows, as one does every
/// text value. It also makes sure of what any text in JSON must be: without control characters, and with sound escapes.
/// </summary>
internal sealed class RecordIndex
{
    private const int BlockBytes = 64;
    private const int WrittenAtOnce = 4;
    private const ulong Odd = 0xAAAA_AAAA_AAAA_AAAA;

    // A longer record gains nothing by an index of it.
    private const int MaxRecordBytes = 1 << 20;

    private int[] _textEnds = new int[1024];
    private ulong[] _backslashes = new ulong[64];

    /// <summary>The number of quotes that are not escaped.</summary>
    public int Quotes { get; private set; }

    /// <summary>Whether there is a backslash anywhere.</summary>
    public bool HasEscapes { get; private set; }

    /// <summary>The positions of what follows a quote as a value's end does.</summary>
    public ReadOnlySpan<int> TextEnds => _textEnds.AsSpan(0, TextEndCount);

    /// <summary>How many there are.</summary>
    public int TextEndCount { get; private set; }

    /// <summary>Whether there is a backslash in a part of the record.</summary>
    public bool HasEscape(int start, int end)
    {
        if (!HasEscapes || start == end) return false;
        var (first, last) = (start >> 6, (end - 1) >> 6);
        var from = _backslashes[first] >> start;
        if (first == last) return from << (63 - ((end - 1 - start) & 63)) != 0;
        if (from != 0) return true;
        for (var block = first + 1; block < last; block++)
        {
            if (_backslashes[block] != 0) return true;
        }

        return _backslashes[last] << (63 - ((end - 1) & 63)) != 0;
    }

    /// <summary>Reads a record; false for one that must be read otherwise: it is huge, has a control character, or an escape that is none.</summary>
    public bool Read<TReader>(ReadOnlySpan<byte> record)
        where TReader : struct, IBlockReader
    {
        if (record.Length > MaxRecordBytes) return false;
        if (_textEnds.Length < record.Length) (_textEnds, _backslashes) = (new int[record.Length * 2], new ulong[(record.Length / BlockBytes * 2) + 2]);
        int quotes = 0, ends = 0, at = 0;
        ulong controls = 0, backslashes = 0, escapeBefore = 0, quoteBefore = 0;
        ref var first = ref MemoryMarshal.GetReference(record);
        ref var textEnds = ref MemoryMarshal.GetArrayDataReference(_textEnds);
        ref var allBackslashes = ref MemoryMarshal.GetArrayDataReference(_backslashes);
        for (; at < record.Length; at += BlockBytes)
        {
            var masks = at + BlockBytes <= record.Length ? TReader.Read(ref Unsafe.Add(ref first, at)) : Last<TReader>(record, at);
            var escaped = 0UL;
            allBackslashes = masks.Backslashes;
            allBackslashes = ref Unsafe.Add(ref allBackslashes, 1);
            if ((masks.Backslashes | escapeBefore) != 0)
            {
                escaped = Escaped(masks.Backslashes, ref escapeBefore);
                var others = escaped & ~(masks.Quotes | masks.Backslashes);
                if (others != 0 && !AreEscapes(record, at, others)) return false;
                backslashes |= masks.Backslashes;
            }

            var open = masks.Quotes & ~escaped;
            controls |= masks.Controls;
            quotes += BitOperations.PopCount(open);
            var found = masks.Ends & ((open << 1) | quoteBefore);
            quoteBefore = open >> (BlockBytes - 1);
            var count = BitOperations.PopCount(found);

            // Most blocks have few: so many are written without asking, and the next block's overwrite what is too much.
            ref var place = ref Unsafe.Add(ref textEnds, ends);
            if (ends + WrittenAtOnce <= _textEnds.Length)
            {
                place = at + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref place, 1) = at + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref place, 2) = at + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref place, 3) = at + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                place = ref Unsafe.Add(ref place, WrittenAtOnce);
            }

            for (; found != 0; found &= found - 1)
            {
                place = at + BitOperations.TrailingZeroCount(found);
                place = ref Unsafe.Add(ref place, 1);
            }

            ends += count;
        }

        (Quotes, TextEndCount, HasEscapes) = (quotes, ends, backslashes != 0);

        // An escape that the record breaks off in can't be followed by the quote that ends its text: the shape's quotes do not add up.
        return controls == 0;
    }

    // What is left of a record is read with what is before it, so that nothing behind the record is.
    private static BlockMasks Last<TReader>(ReadOnlySpan<byte> record, int at)
        where TReader : struct, IBlockReader
    {
        if (record.Length >= BlockBytes) return TReader.Read(ref Unsafe.Add(ref MemoryMarshal.GetReference(record), record.Length - BlockBytes)).Skip(at + BlockBytes - record.Length);
        Span<byte> block = stackalloc byte[BlockBytes];
        block.Fill((byte)' ');
        record[at..].CopyTo(block);
        return TReader.Read(ref MemoryMarshal.GetReference(block));
    }

    /// <summary>
    /// The characters that a backslash escapes: of a run of backslashes every second, and what stands behind a run of odd length. The trick with the carry of a
    /// subtraction is that of simdjson (Lemire and Keiser: Parsing Gigabytes of JSON per Second, 2019; the form of its version 3).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Escaped(ulong backslashes, ref ulong escapeBefore)
    {
        var starts = backslashes & ~escapeBefore;
        var follows = ((starts << 1 | Odd) - starts) ^ Odd;
        var escaped = follows ^ (backslashes | escapeBefore);
        escapeBefore = (follows & backslashes) >> (BlockBytes - 1);
        return escaped;
    }

    private static bool AreEscapes(ReadOnlySpan<byte> record, int block, ulong escaped)
    {
        for (; escaped != 0; escaped &= escaped - 1)
        {
            var at = block + BitOperations.TrailingZeroCount(escaped);
            if (at >= record.Length) return false;
            var isEscape = record[at] switch
            {
                (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => true,
                (byte)'u' => at + 4 < record.Length && AreHexDigits(record.Slice(at + 1, 4)),
                _ => false,
            };
            if (!isEscape) return false;
        }

        return true;
    }

    private static bool AreHexDigits(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit)) return false;
        }

        return true;
    }
}
