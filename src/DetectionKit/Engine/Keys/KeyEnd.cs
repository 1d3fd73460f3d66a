namespace DetectionKit.Engine;

/// <summary>No (more) parts: the key of windows without a key, and the end of every other key.</summary>
internal readonly struct KeyEnd : IGroupKey<KeyEnd>
{
    public bool Equals(KeyEnd other) => true;

    public override bool Equals(object? obj) => obj is KeyEnd;

    public override int GetHashCode() => 0;

    public void WriteTo(CanonicalBytes bytes)
    {
    }

    public void AddValuesTo(List<object?> values)
    {
    }
}
