using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Values;

/// <summary>Reads numbers as logs write them, within strings or without quotes.</summary>
internal static class NumberText
{
    private const ulong Zeros = 0x3030_3030_3030_3030;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A whole number, also written as <c>443.0</c> or <c>1.6E12</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadInteger(ReadOnlySpan<byte> text, out long number)
    {
        if (!TryReadDigits(text, out var digits)) return TryReadSlowly(text, out number);
        number = (long)digits;
        return true;
    }

    /// <summary>A whole number of 64 bits without sign.</summary>
    public static bool TryReadUnsigned(ReadOnlySpan<byte> text, out ulong number) =>
        TryReadDigits(text, out number) || Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    /// <summary>Up to 16 digits and nothing else, eight at a time: what nearly all numbers in logs are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDigits(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        if (text.Length is 0 or > 16) return false;
        if (text.Length >= 8)
        {
            var last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
            var first = LeftPadded(BinaryPrimitives.ReadUInt64LittleEndian(text), text.Length - 8);
            if (!AreDigits(first) || !AreDigits(last)) return false;
            number = (Value(first) * 100_000_000) + Value(last);
            return true;
        }

        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }

    /// <summary>A decimal number, exactly.</summary>
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out decimal number) =>
        decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out number);

    private static bool TryReadSlowly(ReadOnlySpan<byte> text, out long number)
    {
        if (Utf8Parser.TryParse(text, out number, out var used) && used == text.Length) return true;
        if (!TryReadDecimal(text, out var value) || value != decimal.Truncate(value) || value is < long.MinValue or > long.MaxValue) return false;
        number = (long)value;
        return true;
    }

    // The first so many of eight digits, with zeros before them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LeftPadded(ulong digits, int count) => count == 0 ? Zeros : count == 8 ? digits : (digits << (64 - (8 * count))) | (Zeros >> (8 * count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong digits) => ((digits & 0xF0F0_F0F0_F0F0_F0F0) | (((digits + 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4)) == 0x3333_3333_3333_3333;

    // Pairs of digits, then of pairs, then of these: the least significant digit is in the highest byte.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Value(ulong digits)
    {
        digits -= Zeros;
        digits = (digits * 10) + (digits >> 8);
        return (((digits & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064) + (((digits >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32;
    }
}
