namespace DetectionKit;

/// <summary>The sum of decimals. Null counts as nothing; of no values it is 0.</summary>
public readonly struct SumOfDecimalsAggregate : IRemovableAggregate<decimal?, decimal, decimal>
{
    /// <inheritdoc/>
    public void Add(ref decimal state, decimal? value, long time) => state += value ?? 0;

    /// <inheritdoc/>
    public void Remove(ref decimal state, decimal? value, long time) => state -= value ?? 0;

    /// <inheritdoc/>
    public void Merge(ref decimal into, ref decimal from) => into += from;

    /// <inheritdoc/>
    public decimal Result(ref decimal state) => state;

    /// <inheritdoc/>
    public long SizeOf(ref decimal state) => sizeof(decimal);

    /// <inheritdoc/>
    public void Write(ref decimal state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(state);
    }

    /// <inheritdoc/>
    public decimal Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ReadDecimal();
    }
}
