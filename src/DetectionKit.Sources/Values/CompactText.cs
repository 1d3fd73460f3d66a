using System.Text;
using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Json;

namespace DetectionKit.Sources.Values;

/// <summary>
/// A text kept as it is written, as most that are kept are never asked for: most processes make no connection, and their command lines are most of what a
/// join keeps.
/// </summary>
internal readonly struct CompactText
{
    // An array's header, the mark, and rounding up.
    private const int ObjectBytes = 28;

    // The mark tells whether backslashes in the bytes behind it are escapes.
    private readonly byte[]? _marked;

    private CompactText(byte[] marked) => _marked = marked;

    /// <summary>The memory taken where no other has the same text, as an estimate.</summary>
    public int Bytes => _marked is null ? 0 : ObjectBytes + _marked.Length;

    private ReadOnlySpan<byte> Written => _marked.AsSpan(1);

    private bool IsEscaped => _marked![0] != 0;

    /// <summary>Keeps a text.</summary>
    /// <param name="written">The bytes of a JSON text between its quotes, or of another value.</param>
    /// <param name="isEscaped">Whether backslashes in them are escapes.</param>
    public static CompactText Of(ReadOnlySpan<byte> written, bool isEscaped)
    {
        var marked = new byte[1 + written.Length];
        marked[0] = isEscaped ? (byte)1 : (byte)0;
        written.CopyTo(marked.AsSpan(1));
        return new(marked);
    }

    /// <summary>Whether it is kept of the same bytes.</summary>
    public bool IsOf(ReadOnlySpan<byte> written, bool isEscaped) => _marked is not null && written.SequenceEqual(Written) && IsEscaped == isEscaped;

    /// <summary>Asks for the bytes.</summary>
    public void Fetch()
    {
        if (_marked is { } marked) Prefetching.Of(marked, 0);
    }

    /// <summary>The string; null when there is none.</summary>
    public string? Take(StringPool pool) => _marked is null ? null : pool.Get(Plain());

    /// <summary>The index among the texts of a column.</summary>
    public int IndexIn(CodedTexts texts) => _marked is not null && texts.TryGet(Written, IsEscaped, out var index) ? index : CodedTexts.None;

    /// <summary>The string, for comparing.</summary>
    public override string? ToString() => _marked is null ? null : Encoding.UTF8.GetString(Plain());

    private ReadOnlySpan<byte> Plain()
    {
        if (!IsEscaped) return Written;
        var text = new byte[Written.Length];
        return text.AsSpan(0, JsonText.Unescape(Written, text));
    }
}
