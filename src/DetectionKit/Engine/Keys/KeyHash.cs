using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>The hash of keys that are structs of codes.</summary>
internal static class KeyHash
{
    // The golden ratio's bits: neighbouring codes land far apart (Knuth, The Art of Computer Programming, vol. 3, section 6.4).
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Mix(ulong hash, uint code)
    {
        hash = (hash ^ code) * Multiplier;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Of<TKey>(in TKey key)
        where TKey : struct, IGroupKey<TKey> => (uint)key.MixInto(Multiplier);
}
