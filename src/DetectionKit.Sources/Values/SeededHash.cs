using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace DetectionKit.Sources.Values;

/// <summary>A hash of whole texts with a seed of this process, so that no one can write logs that collide.</summary>
internal static class SeededHash
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0xE703_7ED1_A0B4_28DB;
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Of64(bytes);
        return (uint)(hash ^ (hash >> 32));
    }

    /// <summary>A hash of a number and what another hash has told.</summary>
    public static int Of(int hash, UInt128 number)
    {
        var mixed = Mix((ulong)number ^ Seed, ((ulong)(number >> 64) + (uint)hash) ^ Multiplier);
        return (int)(mixed ^ (mixed >> 32));
    }

    /// <summary>A hash of 64 bits, by products of 128 bits as wyhash has them: two chains of 16 bytes a step, whose ends may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of64(ReadOnlySpan<byte> bytes)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var length = bytes.Length;
        if (length < 16) return Mix(Mix(Short(bytes, out var rest) ^ Seed, rest ^ Multiplier), (ulong)length ^ Seed);
        var (one, other, at) = (Seed, Seed ^ Multiplier, 0);
        for (; at + 32 < length; at += 32)
        {
            one = Mix(Word(ref first, at) ^ one, Word(ref first, at + 8) ^ Multiplier);
            other = Mix(Word(ref first, at + 16) ^ other, Word(ref first, at + 24) ^ Second);
        }

        if (at + 16 < length) one = Mix(Word(ref first, at) ^ one, Word(ref first, at + 8) ^ Multiplier);
        other = Mix(Word(ref first, length - 16) ^ other, Word(ref first, length - 8) ^ Second);
        return Mix(one ^ other, (ulong)length ^ Seed);
    }

    // All bytes of a text of up to 15, in two numbers that may overlap.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Short(ReadOnlySpan<byte> bytes, out ulong rest)
    {
        rest = 0;
        if (bytes.Length >= 8)
        {
            rest = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]);
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        if (bytes.Length >= 4)
        {
            rest = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        }

        return bytes.IsEmpty ? 0UL : ((ulong)bytes[0] << 16) | ((ulong)bytes[bytes.Length / 2] << 8) | bytes[^1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte first, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
