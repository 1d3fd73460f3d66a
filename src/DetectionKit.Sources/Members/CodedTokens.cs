using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Members;

/// <summary>Values of a member, found by their bytes.</summary>
/// <param name="reader">Decodes them.</param>
/// <param name="shared">Those of another thread, to have the values in common with; null for none.</param>
internal sealed class CodedTokens<V>(TokenReader<V> reader, CodedTokens<V>? shared = null) : CodedValues<V>(shared)
{
    // Those that came as objects, among the values of a version.
    private Dictionary<ValueTuple<V>, int> _given = [];
    private int _version;

    /// <summary>The same for another thread, with the values in common.</summary>
    public CodedTokens<V> Another() => new(reader, this);

    /// <inheritdoc/>
    public override int IndexOf(V value)
    {
        if (_version != Version) (_given, _version) = ([], Version);
        if (!_given.TryGetValue(new(value), out var index)) _given.Add(new(value), index = Add(value));
        return index;
    }

    /// <inheritdoc/>
    protected override bool TryDecode(ReadOnlySpan<byte> text, bool isEscaped, out V value)
    {
        value = default!;
        return reader.TryRead(text, ref value);
    }
}
