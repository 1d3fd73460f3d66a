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
    public static FieldKind Read(ReadOnlySpan<byte> record, int start, out int end)
    {
        end = start;
        if (start >= record.Length) return FieldKind.Absent;
        var kind = record[start] switch
        {
            (byte)'t' => Word(record, ref end, "true"u8, FieldKind.Boolean),
            (byte)'f' => Word(record, ref end, "false"u8, FieldKind.Boolean),
            (byte)'n' => Word(record, ref end, "null"u8, FieldKind.Null),
            _ => Number(record, ref end) ? FieldKind.Number : FieldKind.Absent,
        };
        return end < record.Length && record[end] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' ? kind : FieldKind.Absent;
    }

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
