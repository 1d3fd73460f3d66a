using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DetectionKit.Sources.Columns;

namespace DetectionKit.Sources.Contracts.Columns;

/// <summary>Values that a contract makes of JSON, found by their bytes.</summary>
internal sealed class CodedJson<V>(JsonTypeInfo<V> contract) : CodedValues<V>
{
    // Those that came as objects. It goes with the dictionary.
    private Dictionary<ValueTuple<V>, int> _given = [];
    private ValueDictionary<V>? _of;

    /// <summary>The index of a value that is there already.</summary>
    public int IndexOf(V value)
    {
        if (!ReferenceEquals(_of, Dictionary)) (_given, _of) = ([], Dictionary);
        if (!_given.TryGetValue(new(value), out var index)) _given.Add(new(value), index = Dictionary.Add(value));
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
