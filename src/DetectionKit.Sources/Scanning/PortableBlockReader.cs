using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DetectionKit.Sources.Scanning;

/// <summary>Reads 16 bytes at once, which every machine can, if need be without vector instructions.</summary>
internal readonly struct PortableBlockReader : IBlockReader
{
    private const int Width = 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BlockMasks Read(ref byte start)
    {
        ulong quotes = 0, backslashes = 0, controls = 0, ends = 0;
        for (var i = 0; i < 64; i += Width)
        {
            var bytes = Vector128.LoadUnsafe(ref start, (nuint)i);
            var folded = bytes | Vector128.Create(BlockMasks.BraceBit);
            quotes |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits() << i;
            backslashes |= (ulong)Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits() << i;
            controls |= (ulong)Vector128.LessThan(bytes, Vector128.Create((byte)' ')).ExtractMostSignificantBits() << i;
            ends |= (ulong)(Vector128.Equals(folded, Vector128.Create(BlockMasks.Comma)) | Vector128.Equals(folded, Vector128.Create(BlockMasks.Brace))).ExtractMostSignificantBits() << i;
        }

        return new(quotes, backslashes, controls, ends);
    }
}
