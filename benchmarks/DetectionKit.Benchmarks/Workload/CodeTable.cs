namespace DetectionKit.Benchmarks.Workload;

/// <summary>Distinct values and their codes: equal values have one code, and one instance.</summary>
internal sealed class CodeTable<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _codes = [];
    private readonly List<T> _values = [];

    internal IReadOnlyList<T> Values => _values;

    internal int Count => _values.Count;

    internal int CodeOf(T value)
    {
        if (_codes.TryGetValue(value, out var code)) return code;
        code = _values.Count;
        _codes.Add(value, code);
        _values.Add(value);
        return code;
    }
}
