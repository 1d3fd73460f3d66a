namespace DetectionKit.Engine;

/// <summary>
/// What filters that read one dictionary column have said of its values, a table of bytes each. It belongs to one edge, one layout of batches and one set of options.
/// </summary>
internal sealed class VerdictTables
{
    internal const sbyte Unknown = 0;
    internal const sbyte Passes = 1;
    internal const sbyte Fails = -1;
    private (object? Dictionary, sbyte[] Verdicts)[] _filters = [];

    /// <summary>The verdicts of a filter on the values of a dictionary, by their index. Called by compiled loops when a block begins, and valid until it ends.</summary>
    public sbyte[] Of<V>(int filter, ValueDictionary<V> dictionary)
    {
        if (filter >= _filters.Length) Array.Resize(ref _filters, filter + 1);
        ref var known = ref _filters[filter];
        if (!ReferenceEquals(known.Dictionary, dictionary)) known = (dictionary, []);
        if (known.Verdicts.Length < dictionary.Count) Array.Resize(ref known.Verdicts, Math.Max(dictionary.Count, known.Verdicts.Length * 2));
        return known.Verdicts;
    }
}
