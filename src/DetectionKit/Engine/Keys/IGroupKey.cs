namespace DetectionKit.Engine;

/// <summary>
/// A group's key as a struct of codes, one a part: it holds no reference, and is compared and hashed without looking at a text. What the codes stand for, the
/// <see cref="KeyColumn"/>s of its stage know, in the order of the parts.
/// </summary>
internal interface IGroupKey<TSelf> : IEquatable<TSelf>
    where TSelf : struct
{
    /// <summary>Adds this key to a hash.</summary>
    ulong MixInto(ulong hash);

    void WriteTo(CanonicalBytes bytes, ReadOnlySpan<KeyColumn> columns);

    void AddValuesTo(List<object?> values, ReadOnlySpan<KeyColumn> columns);

    /// <summary>Tells the columns that its codes are in use.</summary>
    void Mark(ReadOnlySpan<KeyColumn> columns);
}
