using DetectionKit.Sources.Values;

namespace DetectionKit.Sources.Mapping;

/// <summary>A field must be a whole number, or must not be it.</summary>
/// <param name="path">Where the field stands.</param>
/// <param name="number">The number.</param>
/// <param name="isWanted">Whether events have it.</param>
internal sealed class IntegerCondition(string path, long number, bool isWanted) : MappedCondition(path)
{
    /// <inheritdoc/>
    public override MappedKind Missing => KindOf(false);

    /// <inheritdoc/>
    public override MappedKind Judge(ReadOnlySpan<byte> text) => KindOf(NumberText.TryReadInteger(text, out var found) && found == number);

    private MappedKind KindOf(bool isIt) => isIt == isWanted ? MappedKind.Event : MappedKind.Other;
}
