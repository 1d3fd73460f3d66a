namespace DetectionKit.Sources.Joining;

/// <summary>
/// The rows that connections join, by key, up to a number and a size. The row that was kept longest goes first, unless it was read or written since it last was the one to go: then it stays as if it were new
/// (the second chance of page replacement; Corbató, 1968). To read a row moves nothing.
/// </summary>
internal sealed class RecentTable<TKey, TRow>(int maxRows, long maxBytes, SourceReport report, SourceCounter evictions, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TRow : class, IJoinRow<TRow>
{
    // An entry's object, its place in the dictionary and its row, on 64 bits.
    private const int EntryBytes = 224;

    private readonly Dictionary<TKey, Entry> _entries = new(comparer);
    private Entry? _newest;
    private Entry? _oldest;
    private long _bytes;

    public int Count => _entries.Count;

    /// <summary>Keeps a row, unless the key's present one wins.</summary>
    public void Put(TKey key, TRow row)
    {
        if (_entries.TryGetValue(key, out var entry))
        {
            entry.IsInUse = true;
            if (row.CompareTo(entry.Row) <= 0) return;
            _bytes += row.TextBytes - entry.Row.TextBytes;
            entry.Row = row;
        }
        else
        {
            entry = new Entry(key, row);
            _entries.Add(key, entry);
            _bytes += EntryBytes + row.TextBytes;
            Link(entry);
        }

        while (_entries.Count > 1 && (_entries.Count > maxRows || _bytes > maxBytes)) EvictOrKeep(_oldest!, entry);
    }

    /// <summary>The row of a key; null when there is none.</summary>
    public TRow? Find(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry)) return null;
        entry.IsInUse = true;
        return entry.Row;
    }

    private void EvictOrKeep(Entry oldest, Entry latest)
    {
        _oldest = oldest.Newer;
        if (oldest.IsInUse || oldest == latest)
        {
            oldest.IsInUse = false;
            Link(oldest);
            return;
        }

        _entries.Remove(oldest.Key);
        _bytes -= EntryBytes + oldest.Row.TextBytes;
        report.Add(evictions);
    }

    private void Link(Entry entry)
    {
        entry.Newer = null;
        if (_newest is not null) _newest.Newer = entry;
        _newest = entry;
        _oldest ??= entry;
    }

    private sealed class Entry(TKey key, TRow row)
    {
        public TKey Key => key;

        public TRow Row { get; set; } = row;

        /// <summary>Whether it was read or written since it last was the one to go.</summary>
        public bool IsInUse { get; set; }

        public Entry? Newer { get; set; }
    }
}
