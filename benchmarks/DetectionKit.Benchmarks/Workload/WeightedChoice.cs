namespace DetectionKit.Benchmarks.Workload;

/// <summary>Draws an index with a given weight, from a table of equal slots: one look a draw.</summary>
internal sealed class WeightedChoice
{
    private readonly int[] _slots;

    /// <param name="weights">The weights, above zero.</param>
    /// <param name="slots">How finely the weights are kept; a power of two.</param>
    internal WeightedChoice(IReadOnlyList<double> weights, int slots)
    {
        _slots = new int[slots];
        var total = weights.Sum();
        var (index, reached) = (0, weights[0]);
        for (var slot = 0; slot < slots; slot++)
        {
            var at = (slot + 0.5) / slots * total;
            while (index < weights.Count - 1 && reached < at) reached += weights[++index];
            _slots[slot] = index;
        }
    }

    internal int Draw(ref SplitMix64 random) => _slots[random.Next() & (ulong)(_slots.Length - 1)];

    /// <summary>Weights that fall as a power of the rank (Zipf's law).</summary>
    internal static double[] Zipf(int count, double exponent) => [.. Enumerable.Range(1, count).Select(rank => Math.Pow(rank, -exponent))];
}
