namespace DetectionKit.Engine;

/// <summary>A stage that takes rows one by one, each with its key.</summary>
internal abstract class KeyedOperator<TKey>(KeyColumns<TKey> keys) : Operator
    where TKey : struct, IGroupKey<TKey>
{
    // A field, for compiled loops.
    public readonly KeyColumn[] Columns = keys.Columns;

    protected KeyColumns<TKey> Keys => keys;
}
