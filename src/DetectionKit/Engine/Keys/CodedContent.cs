namespace DetectionKit.Engine;

/// <summary>A value of any other type, by its canonical bytes.</summary>
internal readonly struct CodedContent<T>(Content<T> value, uint hash) : ICodedValue<Content<T>, CodedContent<T>>
{
    private readonly uint _hash = hash;

    public Content<T>? Value { get; } = value;

    public static Content<T> Plain(Content<T> value) => value;

    public static CodedContent<T> Of(Content<T> value, uint hash) => new(value, hash);

    public static uint HashOf(Content<T> value)
    {
        var hash = default(HashCode);
        hash.AddBytes(value.Bytes);
        return (uint)hash.ToHashCode();
    }

    public static uint FullHashOf(Content<T> value) => HashOf(value);

    // The value is about as large as its bytes.
    public static int BytesOf(Content<T> value) => 96 + (value.Bytes.Length * 2);

    public bool Equals(CodedContent<T> other) => _hash == other._hash && Value!.Bytes.AsSpan().SequenceEqual(other.Value!.Bytes);

    public override bool Equals(object? obj) => obj is CodedContent<T> other && Equals(other);

    public override int GetHashCode() => (int)_hash;
}
