namespace DetectionKit.Engine;

/// <summary>The key of windows without a key.</summary>
internal readonly struct KeyEnd : IGroupKey<KeyEnd>
{
    public bool Equals(KeyEnd other) => true;

    public override bool Equals(object? obj) => obj is KeyEnd;

    public override int GetHashCode() => 0;

    public ulong MixInto(ulong hash) => hash;

    public void WriteTo(CanonicalBytes bytes, ReadOnlySpan<KeyColumn> columns)
    {
    }

    public void AddValuesTo(List<object?> values, ReadOnlySpan<KeyColumn> columns)
    {
    }

    public void Mark(ReadOnlySpan<KeyColumn> columns)
    {
    }
}
