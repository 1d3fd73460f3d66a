namespace DetectionKit;

/// <summary>The arithmetic mean, from the exact sum. Null counts as nothing; of no values it is NaN, which no comparison satisfies.</summary>
public readonly struct AverageAggregate : IAggregate<double?, ExactSum, double>
{
    /// <inheritdoc/>
    public void Add(ref ExactSum state, double? value, long time)
    {
        if (value is { } number) state.Add(number);
    }

    /// <inheritdoc/>
    public void Merge(ref ExactSum into, ref ExactSum from) => into.Add(from);

    /// <inheritdoc/>
    public double Result(ref ExactSum state) => state.Added == 0 ? double.NaN : state.Round() / state.Added;

    /// <inheritdoc/>
    public long SizeOf(ref ExactSum state) => state.Size;

    /// <inheritdoc/>
    public void Write(ref ExactSum state, BinaryWriter writer) => state.Write(writer);

    /// <inheritdoc/>
    public ExactSum Read(BinaryReader reader) => ExactSum.Read(reader);
}
