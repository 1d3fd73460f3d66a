namespace DetectionKit.Sources.Mapping;

/// <summary>A field that says, where it is there, that the record is more than its own fields.</summary>
/// <inheritdoc/>
internal sealed class AbsentCondition(string path) : MappedCondition(path)
{
    /// <inheritdoc/>
    public override MappedKind Missing => MappedKind.Event;

    /// <inheritdoc/>
    public override MappedKind Judge(ReadOnlySpan<byte> text) => MappedKind.Unknown;
}
