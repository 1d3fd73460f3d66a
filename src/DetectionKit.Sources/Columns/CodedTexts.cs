using System.Runtime.CompilerServices;
using System.Text;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Columns;

/// <summary>Texts; what is not valid UTF-8 in them becomes U+FFFD.</summary>
/// <param name="foldCase">Whether they are turned into lower case.</param>
/// <param name="shared">Those of another thread, to have the values in common with; null for none.</param>
internal sealed class CodedTexts(bool foldCase = false, CodedTexts? shared = null) : CodedValues<string?>(shared)
{
    private const int Remembered = 1 << 12;

    // By the version of the values, not by the values: these would never go.
    private readonly (string Text, int Index, int Version)[] _strings = new (string, int, int)[Remembered];
    private byte[] _buffer = new byte[1024];

    /// <summary>The index of a text that is a string already, as what comes from a pool or a table is, which gives the same string again.</summary>
    public override int IndexOf(string? value)
    {
        if (value is null) return None;
        ref var known = ref _strings[RuntimeHelpers.GetHashCode(value) & (Remembered - 1)];
        if (ReferenceEquals(known.Text, value) && known.Version == Version) return known.Index;
        var written = Buffer(Encoding.UTF8.GetMaxByteCount(value.Length));
        TryGet(written.AsSpan(0, Encoding.UTF8.GetBytes(value, written)), isEscaped: false, out var index);
        known = (value, index, Version);
        return index;
    }

    /// <inheritdoc/>
    protected override bool TryDecode(ReadOnlySpan<byte> text, bool isEscaped, out string? value)
    {
        if (isEscaped)
        {
            var unescaped = Buffer(text.Length);
            text = unescaped.AsSpan(0, JsonText.Unescape(text, unescaped));
        }

        value = Encoding.UTF8.GetString(text);
        if (foldCase) value = value.ToLowerInvariant();
        return true;
    }

    // For one at a time: what is not escaped is not written to it while it is decoded.
    private byte[] Buffer(int length) => _buffer.Length >= length ? _buffer : _buffer = new byte[length * 2];
}
