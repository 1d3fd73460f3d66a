using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Scanning;

/// <summary>Reads a number, a truth value or a null, as RFC 8259 has them.</summary>
internal static class PlainValue
{
    /// <summary>Reads the value at a position.</summary>
    /// <param name="record">The record.</param>
    /// <param name="start">Where the value begins.</param>
    /// <param name="end">Where what follows it begins.</param>
    /// <returns>What it is; <see cref="FieldKind.Absent"/> when it is none of these, or nothing that may follow one follows it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FieldKind Read(ReadOnlySpan<byte> record, int start, out int end)
    {
        if (TryReadDigits(record, start, out end)) return FieldKind.Number;
        end = start;
        if (start >= record.Length) return FieldKind.Absent;
        var kind = record[start] switch
        {
            (byte)'t' => Word(record, ref end, "true"u8, FieldKind.Boolean),
            (byte)'f' => Word(record, ref end, "false"u8, FieldKind.Boolean),
            (byte)'n' => Word(record, ref end, "null"u8, FieldKind.Null),
            _ => Number(record, ref end) ? FieldKind.Number : FieldKind.Absent,
        };
        return end < record.Length && IsEnd(record[end]) ? kind : FieldKind.Absent;
    }

    private static bool IsEnd(byte next) => next is (byte)',' or (byte)'}' or (byte)']' or (byte)' ';

    // What nearly all numbers are: up to 15 digits, with a point among them or none. How many there are is seen at once, where a loop would have to guess.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadDigits(ReadOnlySpan<byte> record, int start, out int end)
    {
        end = start;
        if (record.Length - start < Vector128<byte>.Count) return false;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(record), start);
        var values = Vector128.LoadUnsafe(ref first) - Vector128.Create((byte)'0');
        var others = Vector128.GreaterThan(values, Vector128.Create((byte)9)).ExtractMostSignificantBits();
        var digits = BitOperations.TrailingZeroCount(others);
        if (digits is 0 or > 15 || (digits > 1 && first == (byte)'0')) return false;
        if (Unsafe.Add(ref first, digits) == (byte)'.')
        {
            var point = digits;
            digits = BitOperations.TrailingZeroCount(others & (others - 1));
            if (digits == point + 1 || digits > 15) return false;
        }

        end += digits;
        return IsEnd(Unsafe.Add(ref first, digits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FieldKind Word(ReadOnlySpan<byte> record, ref int end, ReadOnlySpan<byte> word, FieldKind kind)
    {
        if (!record[end..].StartsWith(word)) return FieldKind.Absent;
        end += word.Length;
        return kind;
    }

    private static bool Number(ReadOnlySpan<byte> record, ref int end)
    {
        if (record[end] == (byte)'-') end++;
        var isZero = end < record.Length && record[end] == (byte)'0';
        var digits = Digits(record, ref end);
        if (digits == 0 || (isZero && digits > 1)) return false;
        if (end < record.Length && record[end] == (byte)'.')
        {
            end++;
            if (Digits(record, ref end) == 0) return false;
        }

        if (end >= record.Length || record[end] is not ((byte)'e' or (byte)'E')) return true;
        end++;
        if (end < record.Length && record[end] is (byte)'+' or (byte)'-') end++;
        return Digits(record, ref end) > 0;
    }

    private static int Digits(ReadOnlySpan<byte> record, ref int end)
    {
        var start = end;
        while (end < record.Length && record[end] is >= (byte)'0' and <= (byte)'9') end++;
        return end - start;
    }
}
