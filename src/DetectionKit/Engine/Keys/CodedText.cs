namespace DetectionKit.Engine;

/// <summary>A text, ordinal.</summary>
internal readonly struct CodedText(string value, uint hash) : ICodedValue<string, CodedText>
{
    private readonly uint _hash = hash;

    public string? Value { get; } = value;

    public static string Plain(string value) => value;

    public static CodedText Of(string value, uint hash) => new(value, hash);

    // Stryker disable once all : a request for memory changes the time that a text takes, never what is read
    public static void Prefetch(string?[] values, int[] rows, int count)
    {
        for (var i = 0; i < count; i++) Prefetching.Start(values[rows[i]]);
        for (var i = 0; i < count; i++) Prefetching.Rest(values[rows[i]]);
    }

    // Stryker disable once all : a request for memory changes the time that a text takes, never what is read
    public static void Prefetch(in CodedText known) => Prefetching.Start(known.Value);

    public static uint HashOf(string value) => TextHash.OfParts(value);

    public static uint FullHashOf(string value) => TextHash.Of(value);

    public static int BytesOf(string value) => 24 + (value.Length * sizeof(char));

    public bool Equals(CodedText other) => _hash == other._hash && string.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is CodedText other && Equals(other);

    public override int GetHashCode() => (int)_hash;
}
