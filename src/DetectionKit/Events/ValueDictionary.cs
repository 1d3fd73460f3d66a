namespace DetectionKit;

/// <summary>
/// The distinct values of a member, each at an index, as a source collects them while it decodes. Batches name a value by its index, and what the engine has found out about a value
/// (whether a filter passes it, which group it belongs to) it remembers as long as batches come with the same dictionary. So keep one for many batches; when it has grown too large for the memory, go
/// on with a new one. It only grows. Equal values at two indices do no harm. One thread may add values while others read those that there are.
/// </summary>
/// <typeparam name="V">The type of the values.</typeparam>
public sealed class ValueDictionary<V>
{
    private const int FirstCapacity = 256;
    private V[] _values = new V[FirstCapacity];

    // Written last: whoever reads it finds as many values.
    private int _count;

    /// <summary>How many values there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The value at an index.</summary>
    /// <param name="index">The index, 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public V this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _values[index];
        }
    }

    /// <summary>The values, by index. Not longer than <see cref="Count"/> at the time of the call.</summary>
    public ReadOnlySpan<V> Values
    {
        get
        {
            var count = Count;
            return _values.AsSpan(0, count);
        }
    }

    // For compiled loops, which read it once a block: it is another array when the dictionary has grown.
    internal V[] Items => _values;

    /// <summary>Adds a value at the next index. It does not look for an equal one: a source that decodes bytes has a quicker way to find it.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its index.</returns>
    public int Add(V value)
    {
        var index = _count;
        if (index == _values.Length) Array.Resize(ref _values, index * 2);
        _values[index] = value;
        Volatile.Write(ref _count, index + 1);
        return index;
    }
}
