using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DetectionKit.Sources.Scanning;

/// <summary>Compares bytes with the beginnings of known texts, which stand one after another in so many bytes each, all at once.</summary>
internal static class Beginnings
{
    /// <summary>What is compared at once: of a longer text, the rest is not.</summary>
    public const int Width = 32;

    /// <summary>A bit for each byte that is compared and does not belong to a text of a length.</summary>
    public static uint OthersOf(int length) => length < Width ? uint.MaxValue << length : 0;

    /// <summary>Whether a beginning stands at a place that has as many bytes behind it as are compared.</summary>
    /// <param name="bytes">The place.</param>
    /// <param name="beginnings">The beginnings.</param>
    /// <param name="number">Which of them.</param>
    /// <param name="others">The bytes that do not belong to it: <see cref="OthersOf"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool StandsAt(ref byte bytes, ref byte beginnings, int number, uint others)
    {
        var same = Vector256.Equals(Vector256.LoadUnsafe(ref bytes), Vector256.LoadUnsafe(ref beginnings, (nuint)(number * Width))).ExtractMostSignificantBits();
        return (same | others) == uint.MaxValue;
    }
}
