namespace DetectionKit;

/// <summary>The least distinct values seen, in order.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public struct KeptValues<T>
{
    private List<T>? _values;

    /// <summary>The values, in order.</summary>
    public readonly IReadOnlyList<T> Values => _values ?? (IReadOnlyList<T>)[];

    /// <summary>Keeps a value if it is among the <paramref name="limit"/> least.</summary>
    public void Keep(T value, int limit)
    {
        _values ??= [];
        var index = _values.BinarySearch(value, ValueOrder<T>.Comparer);
        if (index >= 0 || ~index >= limit) return;
        if (_values.Count == limit) _values.RemoveAt(limit - 1);
        _values.Insert(~index, PlainValue.Of(value));
    }
}
