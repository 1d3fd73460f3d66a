using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DetectionKit.Sources.Scanning;

/// <summary>Reads 64 bytes at once (AVX-512).</summary>
internal readonly struct WideBlockReader : IBlockReader
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Read(ref byte start)
    {
        var bytes = Vector512.LoadUnsafe(ref start);
        var folded = bytes | Vector512.Create(BlockMasks.BraceBit);
        return new(
            Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
            Vector512.Equals(bytes, Vector512.Create((byte)'\\')).ExtractMostSignificantBits(),
            Vector512.LessThan(bytes, Vector512.Create((byte)' ')).ExtractMostSignificantBits(),
            (Vector512.Equals(folded, Vector512.Create(BlockMasks.Comma)) | Vector512.Equals(folded, Vector512.Create(BlockMasks.Brace))).ExtractMostSignificantBits());
    }
}
