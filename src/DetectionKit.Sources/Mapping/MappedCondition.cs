namespace DetectionKit.Sources.Mapping;

/// <summary>What a record must have to be an event, told by one of its fields.</summary>
/// <param name="path">Where the field stands.</param>
internal abstract class MappedCondition(string path)
{
    /// <summary>Where the field stands.</summary>
    public string Path => path;

    /// <summary>What a record is that has no such text.</summary>
    public abstract MappedKind Missing { get; }

    /// <summary>Whether texts can be judged by their bytes.</summary>
    public virtual bool CanJudge => true;

    /// <summary>What a record is by its text.</summary>
    /// <param name="text">The text, or a number or a truth value, as it is written: ASCII, without escapes.</param>
    public abstract MappedKind Judge(ReadOnlySpan<byte> text);
}
