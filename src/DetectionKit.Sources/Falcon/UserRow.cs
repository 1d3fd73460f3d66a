using DetectionKit.Sources.Columns;
using DetectionKit.Sources.Joining;

namespace DetectionKit.Sources.Falcon;

/// <summary>A user's name as a UserIdentity event gives it.</summary>
/// <param name="Ticks">The event's time.</param>
/// <param name="Name">The user's name.</param>
internal sealed record UserRow(long Ticks, string Name) : IJoinRow<UserRow>
{
    private KnownCode _code;

    /// <inheritdoc/>
    public int TextBytes => RowOrder.Bytes(Name);

    /// <inheritdoc/>
    public int CompareTo(UserRow? other) => other is null ? 1 : RowOrder.Compare(Ticks, other.Ticks, (Name, other.Name));

    /// <inheritdoc/>
    public int Fetch() => _code.Version;

    /// <summary>The index of the name in a column.</summary>
    public int CodeIn(CodedTexts texts) => _code.Of(Name, texts);
}
