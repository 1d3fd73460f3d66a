namespace DetectionKit.Sources.Values;

/// <summary>
/// Keeps texts, and one that was kept of late no second time: half a million processes of an organisation have some ten thousand command lines. A table of fixed size with two places a hash, as
/// <see cref="StringPool"/> is.
/// </summary>
internal sealed class CompactTexts
{
    private const int Places = 1 << 16;

    // Long ones are of one process each, and a table full of them would be large.
    private const int MaxSharedBytes = 256;

    // Made when it is first asked for: most threads that decode keep no texts.
    private (uint Hash, byte[]? Utf8)[]? _places;

    /// <summary>The text, as it may be kept.</summary>
    public CompactText Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxSharedBytes) return new(utf8.ToArray());
        var hash = SeededHash.Of(utf8);
        var place = (int)(hash & (Places - 1)) & ~1;
        _places ??= new (uint, byte[]?)[Places];
        ref var first = ref _places[place];
        ref var second = ref _places[place + 1];
        if (Holds(first, hash, utf8)) return new(first.Utf8!);
        if (!Holds(second, hash, utf8)) second = (hash, utf8.ToArray());
        (first, second) = (second, first);
        return new(first.Utf8!);
    }

    private static bool Holds((uint Hash, byte[]? Utf8) place, uint hash, ReadOnlySpan<byte> utf8) => place.Hash == hash && place.Utf8 is { } kept && utf8.SequenceEqual(kept);
}
