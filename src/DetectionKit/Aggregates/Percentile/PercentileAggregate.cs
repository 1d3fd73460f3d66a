namespace DetectionKit;

/// <summary>
/// A percentile, exact, with linear interpolation between the two nearest ranks (position p(n - 1), as SQL's percentile_cont). Null counts as nothing; of no
/// values it is NaN. It keeps every value of the pane: 8 bytes an event.
/// </summary>
public readonly struct PercentileAggregate : IAggregate<double?, ValueList, double>
{
    private readonly double _p;

    /// <summary>Makes the aggregate.</summary>
    /// <param name="p">The fraction, 0 to 1: 0.5 is the median.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside 0 to 1.</exception>
    public PercentileAggregate(double p)
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A percentile's fraction lies between 0 and 1: 0.95, not 95.");
        _p = p;
    }

    /// <inheritdoc/>
    public void Add(ref ValueList state, double? value, long time)
    {
        if (value is { } number) state.Add(PlainValue.Of(number));
    }

    /// <inheritdoc/>
    public void Merge(ref ValueList into, ref ValueList from)
    {
        foreach (var value in from.Values) into.Add(value);
    }

    /// <inheritdoc/>
    public double Result(ref ValueList state)
    {
        if (state.Values.Count == 0) return double.NaN;
        var sorted = state.Values.Order().ToArray();
        var position = _p * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        var part = position - below;
        return part == 0 ? sorted[below] : sorted[below] + (part * (sorted[above] - sorted[below]));
    }

    /// <inheritdoc/>
    public long SizeOf(ref ValueList state) => 32 + (8L * state.Values.Count);

    /// <inheritdoc/>
    public void Write(ref ValueList state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(state.Values.Count);
        foreach (var value in state.Values) writer.Write(value);
    }

    /// <inheritdoc/>
    public ValueList Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var state = default(ValueList);
        for (var left = reader.ReadInt32(); left > 0; left--) state.Add(reader.ReadDouble());
        return state;
    }
}
