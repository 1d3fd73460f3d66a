using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DetectionKit.Sources.Scanning;

/// <summary>Reads 32 bytes at once (AVX2).</summary>
internal readonly struct HalfBlockReader : IBlockReader
{
    private const int Width = 32;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Read(ref byte start)
    {
        ulong quotes = 0, backslashes = 0, controls = 0, ends = 0;
        for (var i = 0; i < 64; i += Width)
        {
            var bytes = Vector256.LoadUnsafe(ref start, (nuint)i);
            var folded = bytes | Vector256.Create(BlockMasks.BraceBit);
            quotes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'"')).ExtractMostSignificantBits() << i;
            backslashes |= (ulong)Vector256.Equals(bytes, Vector256.Create((byte)'\\')).ExtractMostSignificantBits() << i;
            controls |= (ulong)Vector256.LessThan(bytes, Vector256.Create((byte)' ')).ExtractMostSignificantBits() << i;
            ends |= (ulong)(Vector256.Equals(folded, Vector256.Create(BlockMasks.Comma)) | Vector256.Equals(folded, Vector256.Create(BlockMasks.Brace))).ExtractMostSignificantBits() << i;
        }

        return new(quotes, backslashes, controls, ends);
    }
}
