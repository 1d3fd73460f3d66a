namespace DetectionKit.Sources.Columns;

/// <summary>
/// Tables of distinct values, one after another, which threads have in common. It knows the latest only: one that is full goes once nobody has it or anything that it gave a meaning.
/// </summary>
internal sealed class ValueTables<V>
{
    private ValueTable<V> _latest = new(version: 1);

    /// <summary>The table to go on with: one and the same for all, and not full.</summary>
    public ValueTable<V> Latest
    {
        get
        {
            while (true)
            {
                var latest = Volatile.Read(ref _latest);
                if (!latest.IsFull) return latest;
                Interlocked.CompareExchange(ref _latest, new(latest.Version + 1), latest);
            }
        }
    }
}
