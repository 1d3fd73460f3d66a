namespace DetectionKit.Sources.Values;

/// <summary>
/// Keeps texts, and one that was kept of late no second time: half a million processes of an organisation have some ten thousand command lines. A table of fixed size with two places a hash, as
/// <see cref="StringPool"/> is.
/// </summary>
/// <param name="places">The number of texts known; a power of two.</param>
internal sealed class CompactTexts(int places)
{
    // Long ones are of one process each, and a table full of them would be large.
    private const int MaxSharedBytes = 320;

    // Made when it is first asked for: most threads that decode keep no texts.
    private (uint Hash, CompactText Text)[]? _places;

    private (uint Hash, CompactText Text)[] Places => _places ??= new (uint, CompactText)[places];

    /// <summary>Says that a text will be asked for, and asks for its place.</summary>
    /// <param name="written">Its bytes, as they are written.</param>
    /// <returns>Its hash.</returns>
    public uint Expect(ReadOnlySpan<byte> written)
    {
        var hash = SeededHash.Of(written);
        Prefetching.Of(ref Places[PlaceOf(hash)]);
        return hash;
    }

    /// <summary>Asks for what a text with this hash will be compared with.</summary>
    public void Fetch(uint hash) => Places[PlaceOf(hash)].Text.Fetch();

    /// <summary>The text, as it may be kept.</summary>
    /// <param name="written">The bytes of a JSON text between its quotes, or of another value.</param>
    /// <param name="isEscaped">Whether backslashes in them are escapes.</param>
    /// <param name="expected">The bytes' hash, where they were expected.</param>
    public CompactText Of(ReadOnlySpan<byte> written, bool isEscaped, uint? expected = null)
    {
        if (written.Length > MaxSharedBytes) return CompactText.Of(written, isEscaped);
        var hash = expected ?? SeededHash.Of(written);
        var place = PlaceOf(hash);
        ref var first = ref Places[place];
        if (Holds(first, hash, written, isEscaped)) return first.Text;
        ref var second = ref Places[place + 1];
        if (!Holds(second, hash, written, isEscaped)) second = (hash, CompactText.Of(written, isEscaped));
        (first, second) = (second, first);
        return first.Text;
    }

    private int PlaceOf(uint hash) => (int)(hash & (uint)(places - 1)) & ~1;

    private static bool Holds(in (uint Hash, CompactText Text) place, uint hash, ReadOnlySpan<byte> written, bool isEscaped) => place.Hash == hash && place.Text.IsOf(written, isEscaped);
}
