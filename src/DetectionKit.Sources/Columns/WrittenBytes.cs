using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DetectionKit.Sources.Columns;

/// <summary>Compares values as they are written where that is done for each value of each record: in place, with no call.</summary>
internal static class WrittenBytes
{
    /// <summary>Whether two values of one length are the same bytes. The last ones are compared together with some of those before, which takes no loop over bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreSame(ReadOnlySpan<byte> value, ReadOnlySpan<byte> other)
    {
        ref var left = ref MemoryMarshal.GetReference(value);
        ref var right = ref MemoryMarshal.GetReference(other);
        var length = (nuint)value.Length;
        if (length < (nuint)Vector128<byte>.Count) return length < sizeof(ulong) ? value.SequenceEqual(other) : AreSame<ulong>(ref left, ref right, length);
        if (length < (nuint)Vector256<byte>.Count) return AreSame<Vector128<byte>>(ref left, ref right, length);
        var last = length - (nuint)Vector256<byte>.Count;
        for (nuint at = 0; at < last; at += (nuint)Vector256<byte>.Count)
        {
            if (Vector256.LoadUnsafe(ref left, at) != Vector256.LoadUnsafe(ref right, at)) return false;
        }

        return Vector256.LoadUnsafe(ref left, last) == Vector256.LoadUnsafe(ref right, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreSame<TPart>(ref byte left, ref byte right, nuint length)
        where TPart : unmanaged, IEquatable<TPart>
    {
        var last = length - (nuint)Unsafe.SizeOf<TPart>();
        return Unsafe.ReadUnaligned<TPart>(ref left).Equals(Unsafe.ReadUnaligned<TPart>(ref right))
            && Unsafe.ReadUnaligned<TPart>(ref Unsafe.Add(ref left, last)).Equals(Unsafe.ReadUnaligned<TPart>(ref Unsafe.Add(ref right, last)));
    }
}
