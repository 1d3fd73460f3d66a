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

    private const int Unreadable = -1;

    // A longer record gains nothing by an index of it.
    private const int MaxRecordBytes = 1 << 20;

    private int[] _textEnds = new int[1024];
    private ulong[] _backslashes = new ulong[64];
    private int _escapesFrom; // the first block with a backslash
    private int _escapesTo;   // the end of the last one
    private bool _hasOtherEscapes;

    /// <summary>The number of quotes that are not escaped.</summary>
    public int Quotes { get; private set; }

    /// <summary>The positions of what follows a quote as a value's end does, after one that stands for the record's beginning: 1, as if there were a quote at its first byte.</summary>
    public ReadOnlySpan<int> TextEnds => _textEnds.AsSpan(0, TextEndCount + 1);

    /// <summary>How many there are, without the one that stands for the beginning.</summary>
    public int TextEndCount { get; private set; }

    /// <summary>Whether there is a backslash in a part of the record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasEscape(int start, int end)
    {
        if (end <= _escapesFrom || start >= _escapesTo || start == end) return false;

        // Whether a text of up to 64 bytes lies in one block or two can't be foretold, and so is not asked.
        for (; end - start > BlockBytes; start += BlockBytes)
        {
            if (From(start) != 0) return true;
        }

        return From(start) << (start - end) != 0;
    }

    /// <summary>Reads a record; false for one that must be read otherwise: it is huge, has a control character, or an escape that is none.</summary>
    public bool Read<TReader>(ReadOnlySpan<byte> record)
        where TReader : struct, IBlockReader
    {
        if (record.Length > MaxRecordBytes) return false;
        if (_textEnds.Length < record.Length) (_textEnds, _backslashes) = (new int[record.Length * 2], new ulong[(record.Length / BlockBytes * 2) + 4]);
        return (record.Length < BlockBytes ? ReadShort<TReader>(record) : Read<TReader>(ref MemoryMarshal.GetReference(record), record.Length, isOpen: false)) >= 0 && HasSoundEscapes(record);
    }

    /// <summary>Reads the record that bytes begin with, and that a line break ends; whether it <see cref="HasSoundEscapes"/> is to be asked then.</summary>
    /// <returns>Where the line break stands; negative where it must be found, and the record read, otherwise: it is long, has a control character, or hardly anything follows it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadLine<TReader>(ReadOnlySpan<byte> bytes)
        where TReader : struct, IBlockReader
    {
        var most = Math.Min(Math.Min(bytes.Length, MaxRecordBytes), _textEnds.Length);
        var end = Read<TReader>(ref MemoryMarshal.GetReference(bytes), most, isOpen: true);
        if (end < 0 || end == most) return Unreadable;
        if (bytes[end] == (byte)'\r' && end + 1 < bytes.Length) end++;
        return bytes[end] == (byte)'\n' ? end : Unreadable;
    }

    /// <summary>Whether what every backslash of a record that has been read escapes may be escaped.</summary>
    public bool HasSoundEscapes(ReadOnlySpan<byte> record) => !_hasOtherEscapes || AreEscapes(record);

    /// <summary>Whether what every backslash of some bytes escapes may be escaped.</summary>
    public static bool AreEscapes(ReadOnlySpan<byte> record)
    {
        for (var at = 0; at < record.Length; at++)
        {
            var next = record[at..].IndexOf((byte)'\\');
            if (next < 0) return true;
            at += next + 1;
            if (at >= record.Length) return false;
            var isEscape = record[at] switch
            {
                (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => true,
                (byte)'u' => at + 4 < record.Length && AreHexDigits(record.Slice(at + 1, 4)),
                _ => false,
            };
            if (!isEscape) return false;
        }

        return true;
    }

    private int ReadShort<TReader>(ReadOnlySpan<byte> record)
        where TReader : struct, IBlockReader
    {
        Span<byte> padded = stackalloc byte[BlockBytes];
        padded.Fill((byte)' ');
        record.CopyTo(padded);
        return Read<TReader>(ref MemoryMarshal.GetReference(padded), BlockBytes, isOpen: false);
    }

    // How long the record is, which ends before the first control character where it is open; negative where that is not in whole blocks, or where a closed one has such a character.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Read<TReader>(ref byte first, int length, bool isOpen)
        where TReader : struct, IBlockReader
    {
        int quotes = 0, ends = 0, escapesFrom = length, escapesTo = 0;
        ulong others = 0, escapeBefore = 0, quoteBefore = 0;
        ref var textEnds = ref MemoryMarshal.GetArrayDataReference(_textEnds);
        textEnds = 1;
        ref var allBackslashes = ref MemoryMarshal.GetArrayDataReference(_backslashes);
        var last = length - BlockBytes;
        for (var at = 0; at < length; at += BlockBytes)
        {
            BlockMasks masks;
            if (at <= last)
            {
                masks = TReader.Read(ref Unsafe.Add(ref first, at));
            }
            else
            {
                // What is left at the end is read with what is before it, so that nothing behind the record is.
                if (isOpen) return Unreadable;
                masks = TReader.Read(ref Unsafe.Add(ref first, last)).Skip(at - last);
            }

            if (masks.Controls != 0)
            {
                if (!isOpen) return Unreadable;
                var rest = BitOperations.TrailingZeroCount(masks.Controls);
                (length, masks) = (at + rest, masks.First(rest));
                isOpen = false;
            }

            allBackslashes = masks.Backslashes;
            allBackslashes = ref Unsafe.Add(ref allBackslashes, 1);
            var open = masks.Quotes;
            if ((masks.Backslashes | escapeBefore) != 0)
            {
                var escaped = masks.Escaped(ref escapeBefore);
                others |= escaped & ~(masks.Quotes | masks.Backslashes);
                escapesFrom = Math.Min(escapesFrom, at);
                escapesTo = at + BlockBytes;
                open &= ~escaped;
            }

            quotes += BitOperations.PopCount(open);
            var found = masks.Ends & ((open << 1) | quoteBefore);
            quoteBefore = open >> (BlockBytes - 1);

            // Most blocks have few: so many are written without asking, and the next block's overwrite what is too much. There is room, as an end has a quote before it.
            ref var place = ref Unsafe.Add(ref textEnds, ends + 1);
            ends += BitOperations.PopCount(found);
            place = at + BitOperations.TrailingZeroCount(found);
            found &= found - 1;
            Unsafe.Add(ref place, 1) = at + BitOperations.TrailingZeroCount(found);
            found &= found - 1;
            Unsafe.Add(ref place, 2) = at + BitOperations.TrailingZeroCount(found);
            found &= found - 1;
            Unsafe.Add(ref place, 3) = at + BitOperations.TrailingZeroCount(found);
            found &= found - 1;
            place = ref Unsafe.Add(ref place, WrittenAtOnce);
            for (; found != 0; found &= found - 1)
            {
                place = at + BitOperations.TrailingZeroCount(found);
                place = ref Unsafe.Add(ref place, 1);
            }
        }

        (Quotes, TextEndCount) = (quotes, ends);
        (_escapesFrom, _escapesTo, _hasOtherEscapes) = (escapesFrom, escapesTo, others != 0);

        // An escape that the record breaks off in can't be followed by the quote that ends its text: the shape's quotes do not add up.
        return length;
    }

    // The backslashes among the 64 bytes from a place on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong From(int start)
    {
        ref var block = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_backslashes), start >> 6);
        return (block >> start) | (Unsafe.Add(ref block, 1) << 1 << ~start);
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
