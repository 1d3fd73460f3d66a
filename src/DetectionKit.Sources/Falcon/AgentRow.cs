using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Falcon;

/// <summary>A host's name as a row of aidmaster gives it; rows without a name are not kept, so that the newest that has one wins.</summary>
/// <param name="Ticks">The row's time.</param>
/// <param name="Host">The host's name.</param>
internal sealed record AgentRow(long Ticks, string Host) : IJoinRow<AgentRow>
{
    private KnownCode _code;

    /// <inheritdoc/>
    public int TextBytes => RowOrder.Bytes(Host);

    /// <inheritdoc/>
    public int CompareTo(AgentRow? other) => other is null ? 1 : RowOrder.Compare(Ticks, other.Ticks, (Host, other.Host));

    /// <inheritdoc/>
    public int Fetch() => _code.Version;

    /// <summary>The index of the name in a column.</summary>
    public int CodeIn(CodedTexts texts) => _code.Of(Host, texts);
}
