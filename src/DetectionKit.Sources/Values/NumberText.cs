using System.Buffers.Text;
using System.Globalization;

namespace DetectionKit.Sources.Values;

/// <summary>Reads numbers as logs write them, within strings or without quotes.</summary>
internal static class NumberText
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>A whole number, also written as <c>443.0</c> or <c>1.6E12</c>.</summary>
    public static bool TryReadInteger(ReadOnlySpan<byte> text, out long number)
    {
        if (Utf8Parser.TryParse(text, out number, out var used) && used == text.Length) return true;
        if (!TryReadDecimal(text, out var value) || value != decimal.Truncate(value) || value is < long.MinValue or > long.MaxValue) return false;
        number = (long)value;
        return true;
    }

    /// <summary>A whole number of 64 bits without sign.</summary>
    public static bool TryReadUnsigned(ReadOnlySpan<byte> text, out ulong number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    /// <summary>A decimal number, exactly.</summary>
    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out decimal number) =>
        decimal.TryParse(text, Decimal, CultureInfo.InvariantCulture, out number);
}
