namespace DetectionKit;

/// <summary>A column that names each row's value by its index in a dictionary of distinct values.</summary>
/// <typeparam name="V">The type of the values.</typeparam>
public sealed class DictionaryColumn<V>
{
    /// <summary>Makes a column. The arrays are not copied.</summary>
    /// <param name="indices">The index of each row's value, at least as long as the batch.</param>
    /// <param name="dictionary">The values.</param>
    public DictionaryColumn(int[] indices, ValueDictionary<V> dictionary)
    {
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(dictionary);
        (Indices, Dictionary) = (indices, dictionary);
    }

    /// <summary>The index of each row's value.</summary>
    public int[] Indices { get; }

    /// <summary>The values.</summary>
    public ValueDictionary<V> Dictionary { get; }
}
