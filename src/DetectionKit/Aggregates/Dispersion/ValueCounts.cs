namespace DetectionKit;

/// <summary>
/// How often each of a pane's values occurs: whole numbers, of which at most <see cref="MostValues"/> are told apart. Where there are more, the unit in which they are told doubles until they fit,
/// whatever order they come in.
/// </summary>
public struct ValueCounts
{
    /// <summary>The most values that are told apart: about 96 KiB.</summary>
    public const int MostValues = 4096;

    private Dictionary<long, long>? _times;
    private int _doublings;

    /// <summary>How many values there are, equal ones counted each.</summary>
    public long Count { get; private set; }

    /// <summary>How many values are told apart.</summary>
    public readonly int Distinct => _times?.Count ?? 0;

    internal readonly long Size => 24 + (24L * Distinct);

    internal readonly IEnumerable<(double Value, long Times)> InOrder()
    {
        var doublings = _doublings;
        return _times is null ? [] : _times.OrderBy(v => v.Key).Select(v => ((double)(v.Key << doublings), v.Value));
    }

    internal void Add(long value) => AddUnit(value >> _doublings, 1);

    internal void Add(ValueCounts other)
    {
        while (_doublings < other._doublings) Double();
        foreach (var (unit, times) in other._times ?? []) AddUnit(unit << other._doublings >> _doublings, times);
    }

    internal readonly void Write(BinaryWriter writer)
    {
        writer.Write(_doublings);
        writer.Write(Distinct);
        foreach (var (unit, times) in (_times ?? []).OrderBy(v => v.Key))
        {
            writer.Write(unit);
            writer.Write(times);
        }
    }

    internal static ValueCounts Read(BinaryReader reader)
    {
        var counts = new ValueCounts { _doublings = reader.ReadInt32() };
        for (var left = reader.ReadInt32(); left > 0; left--) counts.AddUnit(reader.ReadInt64(), reader.ReadInt64());
        return counts;
    }

    private void AddUnit(long unit, long times)
    {
        Count += times;
        _times ??= [];
        _times[unit] = _times.GetValueOrDefault(unit) + times;
        while (_times.Count > MostValues) Double();
    }

    private void Double()
    {
        _doublings++;
        if (_times is null) return;
        var halved = new Dictionary<long, long>();
        foreach (var (unit, times) in _times) halved[unit >> 1] = halved.GetValueOrDefault(unit >> 1) + times;
        _times = halved;
    }
}
