namespace DetectionKit.Engine;

/// <summary>A key part whose values may come from a dictionary column.</summary>
internal interface IDictionaryCodes<T>
{
    /// <summary>The place for a block of indices into a dictionary, in lieu of values. Called by compiled loops when a block begins.</summary>
    int[] IndicesOf(ValueDictionary<T> dictionary);
}
