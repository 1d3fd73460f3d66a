using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Joining;

/// <summary>The name of a user or a host, as a record tells it. A record without one is not kept, so that the newest that has one wins.</summary>
/// <param name="ticks">The record's time.</param>
/// <param name="name">The name.</param>
internal sealed class NameRow(long ticks, string name) : JoinRow<NameRow>
{
    private readonly long _ticks = ticks;
    private KnownCode _code;

    public string Name { get; } = name;

    /// <inheritdoc/>
    public override int TextBytes => RowOrder.Bytes(Name);

    /// <inheritdoc/>
    public override int CompareTo(NameRow? other) => other is null ? 1 : RowOrder.Compare(_ticks, other._ticks, (Name, other.Name));

    /// <inheritdoc/>
    public override void Fetch() => Prefetching.Of(ref _code);

    /// <summary>The index of the name in a column: always the same one.</summary>
    public int CodeIn(CodedTexts texts) => _code.Of(Name, texts);
}
