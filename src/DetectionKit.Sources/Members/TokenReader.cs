namespace DetectionKit.Sources.Members;

/// <summary>Decodes the values of a member as they stand in a record, a text with its quotes. Threads may ask it side by side.</summary>
internal abstract class TokenReader<V>
{
    /// <summary>Reads a value; false when the bytes are none of the member's, or only whoever makes whole events can tell.</summary>
    public abstract bool TryRead(ReadOnlySpan<byte> token, ref V value);
}
