using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DetectionKit.Sources.Values;

/// <summary>A hash of whole texts with a seed of this process, so that no one can write logs that collide.</summary>
internal static class SeededHash
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Seed ^ (ulong)bytes.Length;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), Multiplier);
        var tail = 0UL;
        foreach (var b in bytes) tail = (tail << 8) | b;
        hash = Mix(hash ^ tail, Multiplier ^ Seed);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
