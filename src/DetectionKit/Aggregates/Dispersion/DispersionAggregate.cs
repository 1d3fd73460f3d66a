namespace DetectionKit;

/// <summary>The dispersion of whole numbers. Its state is bounded: see <see cref="ValueCounts"/>.</summary>
public readonly struct DispersionAggregate : IAggregate<long?, ValueCounts, Dispersion>
{
    /// <inheritdoc/>
    public void Add(ref ValueCounts state, long? value, long time)
    {
        if (value is { } number) state.Add(number);
    }

    /// <inheritdoc/>
    public void Merge(ref ValueCounts into, ref ValueCounts from) => into.Add(from);

    /// <inheritdoc/>
    public Dispersion Result(ref ValueCounts state)
    {
        var values = state.InOrder().ToArray();
        var count = state.Count;
        if (count == 0) return default;
        var median = Quantile(values, count, 0.5);
        var deviations = values.Select(v => (Value: Math.Abs(v.Value - median), v.Times)).OrderBy(v => v.Value).ToArray();
        return new(count, median, Quantile(deviations, count, 0.5), BowleySkew.Of(Quantile(values, count, 0.25), median, Quantile(values, count, 0.75)));
    }

    /// <inheritdoc/>
    public long SizeOf(ref ValueCounts state) => state.Size;

    /// <inheritdoc/>
    public void Write(ref ValueCounts state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        state.Write(writer);
    }

    /// <inheritdoc/>
    public ValueCounts Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ValueCounts.Read(reader);
    }

    // Interpolated linearly between the two nearest ranks, as Percentile does.
    private static double Quantile((double Value, long Times)[] sorted, long count, double p)
    {
        var position = p * (count - 1);
        var below = (long)position;
        var low = At(sorted, below);
        return low + ((position - below) * (At(sorted, Math.Min(below + 1, count - 1)) - low));
    }

    private static double At((double Value, long Times)[] sorted, long rank)
    {
        foreach (var (value, times) in sorted)
        {
            if (rank < times) return value;
            rank -= times;
        }

        return sorted[^1].Value;
    }
}
