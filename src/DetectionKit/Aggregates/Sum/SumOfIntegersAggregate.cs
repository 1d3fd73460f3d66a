namespace DetectionKit;

/// <summary>The sum of integers, in 128 bits. Null counts as nothing; of no values it is 0.</summary>
public readonly struct SumOfIntegersAggregate : IRemovableAggregate<long?, Int128, long>
{
    /// <inheritdoc/>
    public void Add(ref Int128 state, long? value, long time) => state += value ?? 0;

    /// <inheritdoc/>
    public void Remove(ref Int128 state, long? value, long time) => state -= value ?? 0;

    /// <inheritdoc/>
    public void Merge(ref Int128 into, ref Int128 from) => into += from;

    /// <inheritdoc/>
    /// <exception cref="OverflowException">The sum does not fit 64 bits.</exception>
    public long Result(ref Int128 state) => checked((long)state);

    /// <inheritdoc/>
    public long SizeOf(ref Int128 state) => 16;

    /// <inheritdoc/>
    public void Write(ref Int128 state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write((long)(state >> 64));
        writer.Write((ulong)(state & ulong.MaxValue));
    }

    /// <inheritdoc/>
    public Int128 Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var upper = reader.ReadInt64();
        return ((Int128)upper << 64) | reader.ReadUInt64();
    }
}
