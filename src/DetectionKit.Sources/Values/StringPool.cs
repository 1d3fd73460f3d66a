using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace DetectionKit.Sources.Values;

/// <summary>
/// Gives one string for the same UTF-8 text, as long as it is not crowded out: a table of fixed size with two places a hash, so that it never grows or
/// stalls. What is crowded out costs a new string, nothing else.
/// </summary>
/// <param name="places">The number of strings kept; a power of two.</param>
/// <param name="foldCase">Whether strings are turned into lower case.</param>
internal sealed class StringPool(int places, bool foldCase = false)
{
    private const int MaxPooledBytes = 8192;

    // Made when it is first asked for: each thread that decodes has pools, and may need none of them.
    private Entry[]? _entries;
    private byte[] _folded = [];

    private Entry[] Places => _entries ??= new Entry[places];

    /// <summary>The string of a UTF-8 text; what is not valid UTF-8 in it becomes U+FFFD.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        if (foldCase) utf8 = Fold(utf8);
        return Get(utf8, SeededHash.Of(utf8));
    }

    /// <summary>Says that a text will be asked for, and asks for its place: of a pool that does not fold.</summary>
    /// <returns>Its hash.</returns>
    public uint Expect(ReadOnlySpan<byte> utf8)
    {
        var hash = SeededHash.Of(utf8);
        Prefetching.Of(ref Places[PlaceOf(hash)]);
        return hash;
    }

    /// <summary>Asks for the string that a text with this hash will be compared with.</summary>
    public void Fetch(uint hash)
    {
        if (Places[PlaceOf(hash)].Text is { } text) Prefetching.Of(ref MemoryMarshal.GetReference(text.AsSpan()));
    }

    /// <summary>The string of a text that was expected.</summary>
    /// <param name="utf8">The text, which is not empty.</param>
    /// <param name="hash">Its hash.</param>
    public string Get(ReadOnlySpan<byte> utf8, uint hash)
    {
        if (utf8.Length > MaxPooledBytes) return Encoding.UTF8.GetString(utf8);
        var place = PlaceOf(hash);
        ref var first = ref Places[place];
        ref var second = ref Places[place + 1];
        if (first.Holds(hash, utf8)) return first.Text;
        if (!second.Holds(hash, utf8)) second = new(hash, Encoding.UTF8.GetString(utf8));
        (first, second) = (second, first);
        return first.Text;
    }

    private int PlaceOf(uint hash) => (int)(hash & (uint)(places - 1)) & ~1;

    private ReadOnlySpan<byte> Fold(ReadOnlySpan<byte> utf8)
    {
        if (_folded.Length < utf8.Length) _folded = new byte[utf8.Length * 2];
        if (Ascii.ToLower(utf8, _folded, out var written) == OperationStatus.Done) return _folded.AsSpan(0, written);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8).ToLowerInvariant());
    }

    private readonly struct Entry(uint hash, string text)
    {
        public string Text => text;

        public bool Holds(uint otherHash, ReadOnlySpan<byte> utf8) =>
            hash == otherHash && text is not null && (Ascii.Equals(utf8, text) || HoldsBeyondAscii(utf8));

        private bool HoldsBeyondAscii(ReadOnlySpan<byte> utf8) =>
            !Ascii.IsValid(utf8) && string.Equals(Encoding.UTF8.GetString(utf8), text, StringComparison.Ordinal);
    }
}
