using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace DetectionKit.Engine;

/// <summary>
/// Asks the processor for texts that are about to be read. Where each event has strings of its own, they lie in no cache, and a loop that compares and branches waits for each in turn;
/// asked for together, they come side by side: the flagship over events with strings of their own fell from 765 ns an event to 543. A request never faults, and an object that moves meanwhile costs only its use.
/// </summary>
internal static unsafe class Prefetching
{
    private const int CacheLine = 64;

    // Stryker disable once all : a request for memory changes the time that a text takes, never what is read
    /// <summary>Asks for the start of a text or an address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Start(object? value)
    {
        if (Sse.IsSupported) Sse.Prefetch0(*(void**)Unsafe.AsPointer(ref value));
    }

    // Stryker disable once all : a request for memory changes the time that a text takes, never what is read
    /// <summary>Asks for the middle and the end of a text whose start has been asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rest(string? text)
    {
        if (!Sse.IsSupported || text is null) return;
        var characters = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(text.AsSpan()));
        var bytes = text.Length * sizeof(char);
        if (bytes <= CacheLine / 2) return;
        Sse.Prefetch0(characters + bytes - 2);
        if (bytes > CacheLine) Sse.Prefetch0(characters + (bytes / 2));
    }
}
