namespace DetectionKit.Engine;

/// <summary>A number, an enum, a time, a Guid, or one of these or nothing.</summary>
internal readonly struct ScalarPart<T>(T value) : IKeyPart<ScalarPart<T>, T>
{
    public T Value { get; } = PlainValue.Of(value);

    public bool SameAs(in ScalarPart<T> other) => EqualityComparer<T>.Default.Equals(Value, other.Value);

    public int Hash() => Value is null ? 1 : EqualityComparer<T>.Default.GetHashCode(Value);

    public void WriteTo(CanonicalBytes bytes) => ContentWriter<T>.Write(bytes, Value);
}
