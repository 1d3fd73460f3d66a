namespace DetectionKit.Engine;

/// <summary>The evidence of a pane: when its first and last events were, and the first few of them.</summary>
internal struct EvidenceState
{
    private EvidenceItem[]? _items;
    private int _count;

    internal long First { get; private set; }

    internal long Last { get; private set; }

    private bool IsEmpty => First == 0 && Last == 0 && _count == 0;

    internal void Add(Rows rows, long time, int limit)
    {
        Extend(time, time);

        // Most events come after those kept: a pane that has its fill looks at the time only.
        if (_count == limit && (limit == 0 || time > _items![limit - 1].Time)) return;
        Keep(new(time, rows.Event, rows.Origin?.Reader ?? rows.Reader, rows.Position), limit);
    }

    internal void Add(in EvidenceItem item, int limit)
    {
        Extend(item.Time, item.Time);
        if (limit > 0) Keep(item, limit);
    }

    internal void Merge(in EvidenceState from, int limit)
    {
        if (from.IsEmpty) return;
        Extend(from.First, from.Last);
        for (var i = 0; i < from._count; i++) Keep(from._items![i], limit);
    }

    internal readonly AlertEvidence Show()
    {
        var sample = new EvidenceEvent[_count];
        for (var i = 0; i < _count; i++) sample[i] = _items![i].Show();
        return new(EventTime.Instant(First), EventTime.Instant(Last), sample);
    }

    private void Extend(long first, long last)
    {
        if (IsEmpty) (First, Last) = (first, last);
        if (first < First) First = first;
        if (last > Last) Last = last;
    }

    private void Keep(in EvidenceItem item, int limit)
    {
        var at = _count;
        while (at > 0 && EvidenceItem.Compare(item, _items![at - 1]) < 0) at--;
        if (at == limit) return;
        if (_items is null) _items = new EvidenceItem[1];
        else if (_count == _items.Length && _count < limit) Array.Resize(ref _items, limit <= 4 ? limit : Math.Min(limit, _count * 2));
        var last = Math.Min(_count, limit - 1);
        for (var i = last; i > at; i--) _items[i] = _items[i - 1];
        _items[at] = item;
        _count = last + 1;
    }
}
