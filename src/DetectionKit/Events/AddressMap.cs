using System.Numerics;

namespace DetectionKit;

/// <summary>Values of ranges of addresses of one family, as sorted ranges that do not overlap.</summary>
/// <typeparam name="TAddress">The number that an address is.</typeparam>
/// <typeparam name="T">The value.</typeparam>
internal sealed class AddressMap<TAddress, T>
    where TAddress : struct, IBinaryInteger<TAddress>, IMinMaxValue<TAddress>, IUnsignedNumber<TAddress>
    where T : class
{
    private const int HeadBits = 16;
    private static readonly int s_tailBits = int.CreateChecked(TAddress.LeadingZeroCount(TAddress.Zero)) - HeadBits;

    private readonly TAddress[] _firsts;
    private readonly TAddress[] _lasts;
    private readonly T[] _values;

    // How many ranges begin below each first two bytes: a search looks no further than there.
    private readonly int[] _heads = new int[(1 << HeadBits) + 1];

    internal AddressMap(List<(TAddress First, TAddress Last, T Value)> ranges)
    {
        // Tables of networks mostly come in order and do not overlap.
        var flat = IsFlat(ranges) ? ranges : Flat(ranges);
        (_firsts, _lasts, _values) = (new TAddress[flat.Count], new TAddress[flat.Count], new T[flat.Count]);
        for (var i = 0; i < flat.Count; i++) (_firsts[i], _lasts[i], _values[i]) = flat[i];
        foreach (var first in _firsts) _heads[int.CreateChecked(first >> s_tailBits) + 1]++;
        for (var i = 1; i < _heads.Length; i++) _heads[i] += _heads[i - 1];
    }

    internal int Count => _firsts.Length;

    internal IEnumerable<(TAddress First, TAddress Last, T Value)> Ranges => _firsts.Select((first, i) => (first, _lasts[i], _values[i]));

    internal T? Find(TAddress address)
    {
        var head = int.CreateTruncating(address >> s_tailBits);
        var place = AddressRanges<TAddress>.LastFrom(_firsts, address, _heads[head], _heads[head + 1]);
        return place >= 0 && address <= _lasts[place] ? _values[place] : null;
    }

    private static bool IsFlat(List<(TAddress First, TAddress Last, T Value)> ranges)
    {
        for (var i = 1; i < ranges.Count; i++)
        {
            if (ranges[i].First <= ranges[i - 1].Last || (ranges[i].First == ranges[i - 1].Last + TAddress.One && ReferenceEquals(ranges[i].Value, ranges[i - 1].Value))) return false;
        }

        return true;
    }

    private static List<(TAddress First, TAddress Last, T Value)> Flat(List<(TAddress First, TAddress Last, T Value)> ranges)
    {
        var flat = new List<(TAddress First, TAddress Last, T Value)>();
        var open = new Stack<(TAddress First, TAddress Last, T Value)>();
        var from = TAddress.Zero;
        foreach (var range in ranges.OrderBy(r => r.First).ThenByDescending(r => r.Last))
        {
            while (open.TryPeek(out var inner) && inner.Last < range.First) Close();
            if (open.TryPeek(out var around) && from < range.First) Add(from, range.First - TAddress.One, around.Value);
            from = range.First;
            open.Push(range);
        }

        while (open.Count > 0) Close();
        return flat;

        // What is left of the innermost range.
        void Close()
        {
            var range = open.Pop();
            if (from > range.Last) return;
            Add(from, range.Last, range.Value);
            if (range.Last == TAddress.MaxValue) open.Clear();
            else from = range.Last + TAddress.One;
        }

        void Add(TAddress first, TAddress last, T value)
        {
            if (flat.Count > 0 && flat[^1].Last + TAddress.One == first && ReferenceEquals(flat[^1].Value, value)) flat[^1] = (flat[^1].First, last, value);
            else flat.Add((first, last, value));
        }
    }
}
