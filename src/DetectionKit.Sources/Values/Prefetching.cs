using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace DetectionKit.Sources.Values;

/// <summary>Asks the processor for memory that is about to be read. A request never faults and is not waited for, so that what is in no cache comes side by side; an array that moves meanwhile costs only its use.</summary>
internal static unsafe class Prefetching
{
    /// <summary>The bytes that come at once.</summary>
    public const int CacheLine = 64;

    /// <summary>Asks for what stands in a place of an array; there need be no such place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(byte[] array, int place) => Of(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), place));

    /// <summary>Asks for what stands in a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of<T>(ref T place)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref place));
    }
}
