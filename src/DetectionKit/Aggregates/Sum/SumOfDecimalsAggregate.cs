namespace DetectionKit;

/// <summary>The sum of decimals: exact, rounded once. Null counts as nothing; of no values it is 0.</summary>
public readonly struct SumOfDecimalsAggregate : IRemovableAggregate<decimal?, DecimalSum, decimal>
{
    /// <inheritdoc/>
    public void Add(ref DecimalSum state, decimal? value, long time) => state.Add(value ?? 0);

    /// <inheritdoc/>
    public void Remove(ref DecimalSum state, decimal? value, long time) => state.Remove(value ?? 0);

    /// <inheritdoc/>
    public void Merge(ref DecimalSum into, ref DecimalSum from) => into.Add(from);

    /// <inheritdoc/>
    /// <exception cref="OverflowException">The sum does not fit a decimal.</exception>
    public decimal Result(ref DecimalSum state) => state.Round();

    /// <inheritdoc/>
    public long SizeOf(ref DecimalSum state) => 32;

    /// <inheritdoc/>
    public void Write(ref DecimalSum state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        state.Write(writer);
    }

    /// <inheritdoc/>
    public DecimalSum Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return DecimalSum.Read(reader);
    }
}
