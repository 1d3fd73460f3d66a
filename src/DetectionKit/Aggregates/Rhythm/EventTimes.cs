namespace DetectionKit;

/// <summary>
/// The times of a pane's events, for measures of their rhythm: in whole seconds, several events in one being one, and at most <see cref="MostTimes"/>. Where there are more, the unit doubles until they
/// fit, whatever order they come in: of a day, times closer than 10 s on average are told less sharply.
/// </summary>
public struct EventTimes
{
    /// <summary>The most times that are kept: 64 KiB.</summary>
    public const int MostTimes = 8192;

    private List<long>? _units;
    private int _doublings;

    /// <summary>The times in seconds since 0001-01-01, in their order, each the start of its unit.</summary>
    internal readonly IReadOnlyList<long> Seconds
    {
        get
        {
            var shift = _doublings;
            return _units is null ? [] : _units.ConvertAll(unit => unit << shift);
        }
    }

    /// <summary>How many times are kept.</summary>
    public readonly int Count => _units?.Count ?? 0;

    internal readonly long Size => 16 + (8L * (_units?.Capacity ?? 0));

    internal void Add(long ticks) => AddUnit(ticks / TimeSpan.TicksPerSecond >> _doublings);

    internal void Add(EventTimes other)
    {
        while (_doublings < other._doublings) Double();
        foreach (var unit in other._units ?? []) AddUnit(unit >> (_doublings - other._doublings));
    }

    internal readonly void Write(BinaryWriter writer)
    {
        writer.Write(_doublings);
        writer.Write(Count);
        foreach (var unit in _units ?? []) writer.Write(unit);
    }

    internal static EventTimes Read(BinaryReader reader)
    {
        var times = new EventTimes { _doublings = reader.ReadInt32() };
        for (var left = reader.ReadInt32(); left > 0; left--) (times._units ??= []).Add(reader.ReadInt64());
        return times;
    }

    private void AddUnit(long unit)
    {
        _units ??= [];
        if (_units.Count == 0 || unit > _units[^1])
        {
            _units.Add(unit);
        }
        else
        {
            var place = _units.BinarySearch(unit);
            if (place >= 0) return;
            _units.Insert(~place, unit);
        }

        while (_units.Count > MostTimes) Double();
    }

    private void Double()
    {
        _doublings++;
        if (_units is null) return;
        var kept = 0;
        for (var i = 0; i < _units.Count; i++)
        {
            var half = _units[i] >> 1;
            if (kept == 0 || _units[kept - 1] != half) _units[kept++] = half;
        }

        _units.RemoveRange(kept, _units.Count - kept);
    }
}
