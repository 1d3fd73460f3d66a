using System.Collections;
using System.Numerics;

namespace DetectionKit;

/// <summary>Addresses of one family as sorted ranges that neither overlap nor touch, so that equal sets are equal arrays.</summary>
/// <typeparam name="T">The number that an address is.</typeparam>
internal sealed class AddressRanges<T> : IEnumerable<(T First, T Last)>, IEquatable<AddressRanges<T>>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly T[] _firsts;
    private readonly T[] _lasts;

    private AddressRanges(List<(T First, T Last)> ranges)
    {
        _firsts = [.. ranges.Select(static r => r.First)];
        _lasts = [.. ranges.Select(static r => r.Last)];
    }

    internal static AddressRanges<T> Of(IEnumerable<(T First, T Last)> ranges)
    {
        var merged = new List<(T First, T Last)>();
        foreach (var range in ranges.OrderBy(static r => r.First))
        {
            if (merged.Count > 0 && Touches(merged[^1].Last, range.First)) merged[^1] = (merged[^1].First, T.Max(merged[^1].Last, range.Last));
            else merged.Add(range);
        }

        return new(merged);
    }

    internal bool Contains(T value)
    {
        var place = LastFrom(_firsts, value, 0, _firsts.Length);
        return place >= 0 && value <= _lasts[place];
    }

    /// <summary>The last range that begins at or below a value, which is the only one that can hold it; -1 where none does.</summary>
    /// <param name="firsts">The beginnings of all, sorted.</param>
    /// <param name="value">The value.</param>
    /// <param name="low">How many are known to begin at or below it.</param>
    /// <param name="high">How many at most do.</param>
    internal static int LastFrom(T[] firsts, T value, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (firsts[middle] <= value) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    public bool Equals(AddressRanges<T>? other) =>
        other is not null && _firsts.AsSpan().SequenceEqual(other._firsts) && _lasts.AsSpan().SequenceEqual(other._lasts);

    public override bool Equals(object? obj) => Equals(obj as AddressRanges<T>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var range in this) hash.Add(range);
        return hash.ToHashCode();
    }

    public IEnumerator<(T First, T Last)> GetEnumerator() => _firsts.Zip(_lasts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Touches(T last, T first) => first <= last || (last != T.MaxValue && first == last + T.One);
}
