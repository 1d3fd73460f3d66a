using System.Text;
using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Values;

/// <summary>
/// A text kept as UTF-8, as most that are kept are never asked for: most processes make no connection, and their command lines are most of what a
/// join keeps.
/// </summary>
internal readonly struct CompactText
{
    // An array's header, and rounding up.
    private const int ObjectBytes = 28;

    private readonly byte[]? _utf8;

    /// <param name="utf8">The text, which is left alone from now on.</param>
    public CompactText(byte[] utf8) => _utf8 = utf8;

    /// <summary>The memory taken where no other has the same text, as an estimate.</summary>
    public int Bytes => _utf8 is null ? 0 : ObjectBytes + _utf8.Length;

    /// <summary>The string; null when there is none.</summary>
    public string? Take(StringPool pool) => _utf8 is null ? null : pool.Get(_utf8);

    /// <summary>The index among the texts of a column.</summary>
    public int IndexIn(CodedTexts texts) => _utf8 is not null && texts.TryGet(_utf8, isEscaped: false, out var index) ? index : CodedTexts.None;

    /// <summary>The string, for comparing.</summary>
    public override string? ToString() => _utf8 is null ? null : Encoding.UTF8.GetString(_utf8);
}
