using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DetectionKit.Benchmarks.Contestants.ByHand;

/// <summary>
/// A seeded hash of the whole of a text, after wyhash (Wang Yi): 128-bit products folded, in two lanes. About a third of the time of <see cref="string.GetHashCode()"/>.
/// </summary>
internal static class TextHash
{
    internal static readonly ulong Seed = (ulong)Random.Shared.NextInt64();
    private const ulong First = 0xA076_1D64_78BD_642F;
    private const ulong Second = 0xE703_7ED1_A0B4_28DB;

    internal static ulong Add(ulong hash, string? text)
    {
        if (text is null) return Mix(hash, First);
        ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var length = text.Length * sizeof(char);
        hash ^= (ulong)length;
        if (length < 16) return AddShort(hash, ref start, length);

        // The last 16 bytes are read from the end, and overlap what came before: there is no tail to go through.
        var other = hash;
        var at = 0;
        for (; at + 32 < length; at += 32)
        {
            hash = Mix(Word(ref start, at) ^ hash, Word(ref start, at + 8));
            other = Mix(Word(ref start, at + 16) ^ other, Word(ref start, at + 24));
        }

        if (at + 16 < length) hash = Mix(Word(ref start, at) ^ hash, Word(ref start, at + 8));
        return Mix(Word(ref start, length - 16) ^ hash, Word(ref start, length - 8) ^ other);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a ^ First, b ^ Second, out var low);
        return high ^ low;
    }

    private static ulong AddShort(ulong hash, ref byte start, int length)
    {
        if (length >= 8) return Mix(Word(ref start, 0) ^ hash, Word(ref start, length - 8));
        if (length >= 4) return Mix(Unsafe.ReadUnaligned<uint>(ref start) ^ hash, Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)));
        return Mix((length == 0 ? 0UL : Unsafe.ReadUnaligned<ushort>(ref start)) ^ hash, (ulong)length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset));
}
