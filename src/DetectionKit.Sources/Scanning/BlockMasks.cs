using System.Runtime.CompilerServices;

namespace DetectionKit.Sources.Scanning;

/// <summary>What stands where in 64 bytes: a bit a byte, the first byte in the lowest bit.</summary>
/// <param name="Quotes">The quotes.</param>
/// <param name="Backslashes">The backslashes.</param>
/// <param name="Controls">The control characters, U+0000 to U+001F.</param>
/// <param name="Ends">What may follow a value: a comma, and the brackets that close an object or an array (U+000C, too, is marked, which is a control character).</param>
internal readonly record struct BlockMasks(ulong Quotes, ulong Backslashes, ulong Controls, ulong Ends)
{
    /// <summary>A comma; itself once bit 5 is set.</summary>
    public const byte Comma = (byte)',';

    /// <summary>A brace; a bracket becomes it once bit 5 is set.</summary>
    public const byte Brace = (byte)'}';

    /// <summary>The bit in which a bracket differs from a brace.</summary>
    public const byte BraceBit = 0x20;

    private const ulong Odd = 0xAAAA_AAAA_AAAA_AAAA;

    /// <summary>
    /// The bytes that a backslash escapes: of a run of backslashes every second, and what stands behind a run of odd length. The trick with the carry of a subtraction is that of simdjson (Lemire and Keiser: Parsing Gigabytes of JSON per
    /// Second, 2019; the form of its version 3).
    /// </summary>
    /// <param name="before">1 if the last byte before these escapes the first of them, else 0; then the same of the last of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Escaped(ref ulong before)
    {
        var starts = Backslashes & ~before;
        var follows = ((starts << 1 | Odd) - starts) ^ Odd;
        var escaped = follows ^ (Backslashes | before);
        before = (follows & Backslashes) >> 63;
        return escaped;
    }

    /// <summary>The masks of the first so many bytes, fewer than 64.</summary>
    public BlockMasks First(int bytes)
    {
        var first = (1ul << bytes) - 1;
        return new(Quotes & first, Backslashes & first, Controls & first, Ends & first);
    }

    /// <summary>The masks without the first so many bytes.</summary>
    public BlockMasks Skip(int bytes) => new(Quotes >> bytes, Backslashes >> bytes, Controls >> bytes, Ends >> bytes);
}
