namespace DetectionKit.Engine;

/// <summary>Text, ordinal. Null is not "".</summary>
internal readonly struct TextPart(string? value) : IKeyPart<TextPart, string?>
{
    public string? Value { get; } = value;

    public bool SameAs(in TextPart other) => string.Equals(Value, other.Value);

    public int Hash() => TextHash.Of(Value);

    public void WriteTo(CanonicalBytes bytes) => bytes.Text(Value);
}
