using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Joining;

/// <summary>The name of a user or a host, as a record tells it. A record without one is not kept, so that the newest that has one wins.</summary>
/// <param name="ticks">The record's time.</param>
/// <param name="name">The name.</param>
internal struct NameRow(long ticks, string name) : IJoinRow<NameRow>
{
    private readonly long _ticks = ticks;
    private KnownCode _code;

    public string Name { get; } = name;

    /// <inheritdoc/>
    public readonly int TextBytes => RowOrder.Bytes(Name);

    /// <inheritdoc/>
    public static int Compare(in NameRow row, in NameRow other) => RowOrder.Compare(row._ticks, other._ticks, (row.Name, other.Name));

    /// <summary>The index of the name in a column: always the same one.</summary>
    public int CodeIn(CodedTexts texts) => _code.Of(Name, texts);
}
