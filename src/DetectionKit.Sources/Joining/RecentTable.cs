namespace DetectionKit.Sources.Joining;

/// <summary>The rows that connections join, by key, up to a number and a size; what was written or read least recently goes first.</summary>
internal sealed class RecentTable<TKey, TRow>(int maxRows, long maxBytes, SourceReport report, SourceCounter evictions, IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TRow : class, IJoinRow<TRow>
{
    // An entry's object, its place in the dictionary and its row, on 64 bits.
    private const int EntryBytes = 216;

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
            Touch(entry);
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

        while (_oldest is { } oldest && oldest != _newest && (_entries.Count > maxRows || _bytes > maxBytes)) Evict(oldest);
    }

    /// <summary>The row of a key; null when there is none.</summary>
    public TRow? Find(TKey key)
    {
        if (!_entries.TryGetValue(key, out var entry)) return null;
        Touch(entry);
        return entry.Row;
    }

    private void Evict(Entry entry)
    {
        Unlink(entry);
        _entries.Remove(entry.Key);
        _bytes -= EntryBytes + entry.Row.TextBytes;
        report.Add(evictions);
    }

    private void Touch(Entry entry)
    {
        if (entry == _newest) return;
        Unlink(entry);
        Link(entry);
    }

    private void Link(Entry entry)
    {
        (entry.Older, entry.Newer) = (_newest, null);
        if (_newest is not null) _newest.Newer = entry;
        _newest = entry;
        _oldest ??= entry;
    }

    private void Unlink(Entry entry)
    {
        if (entry.Older is { } older) older.Newer = entry.Newer;
        else _oldest = entry.Newer;
        if (entry.Newer is { } newer) newer.Older = entry.Older;
        else _newest = entry.Older;
    }

    private sealed class Entry(TKey key, TRow row)
    {
        public TKey Key => key;

        public TRow Row { get; set; } = row;

        public Entry? Older { get; set; }

        public Entry? Newer { get; set; }
    }
}
