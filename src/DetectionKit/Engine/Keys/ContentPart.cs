namespace DetectionKit.Engine;

/// <summary>A value of any other type, by its content: its canonical bytes are made when the key is.</summary>
internal readonly struct ContentPart<T> : IKeyPart<ContentPart<T>, T>
{
    private readonly byte[] _content;

    public ContentPart(T value)
    {
        Value = value;
        var bytes = new CanonicalBytes();
        ContentWriter<T>.Write(bytes, value);
        _content = bytes.ToArray();
    }

    public T Value { get; }

    public bool SameAs(in ContentPart<T> other) => _content.AsSpan().SequenceEqual(other._content);

    public int Hash()
    {
        var hash = new HashCode();
        hash.AddBytes(_content);
        return hash.ToHashCode();
    }

    public void WriteTo(CanonicalBytes bytes) => ContentWriter<T>.Write(bytes, Value);
}
