using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>Values that a contract makes of JSON, found by their bytes.</summary>
/// <param name="contract">The contract.</param>
/// <param name="shared">Those of another thread, to have the values in common with; null for none.</param>
internal sealed class CodedJson<V>(JsonTypeInfo<V> contract, CodedJson<V>? shared = null) : CodedValues<V>(shared)
{
    // Those that came as objects. It goes with the dictionary.
    private Dictionary<ValueTuple<V>, int> _given = [];
    private ValueDictionary<V>? _of;

    /// <summary>The same for another thread, with the values in common.</summary>
    public CodedJson<V> Another() => new(contract, this);

    /// <inheritdoc/>
    public override int IndexOf(V value)
    {
        if (!ReferenceEquals(_of, Dictionary)) (_given, _of) = ([], Dictionary);
        if (!_given.TryGetValue(new(value), out var index)) _given.Add(new(value), index = Add(value));
        return index;
    }

    /// <inheritdoc/>
    protected override bool TryDecode(ReadOnlySpan<byte> text, bool isEscaped, out V value)
    {
        value = default!;
        try
        {
            value = JsonSerializer.Deserialize(text, contract)!;
            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or FormatException or InvalidOperationException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }
}
