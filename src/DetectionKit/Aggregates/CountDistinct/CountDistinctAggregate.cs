namespace DetectionKit;

/// <summary>The exact number of distinct values. Null is no value. At the run's limit of distinct values the count stays there, and what was refused is counted.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class CountDistinctAggregate<T> : IAggregate<T, DistinctSet<T>, int>, IBoundedAggregate
{
    private int _limit = int.MaxValue;
    private long _refused;

    /// <inheritdoc/>
    public int MaxDistinctValues
    {
        set => _limit = value;
    }

    /// <inheritdoc/>
    public long RefusedValues => _refused;

    /// <inheritdoc/>
    public void Add(ref DistinctSet<T> state, T value, long time)
    {
        if (value is not null && !state.Add(value, _limit)) _refused++;
    }

    /// <inheritdoc/>
    public void Merge(ref DistinctSet<T> into, ref DistinctSet<T> from)
    {
        foreach (var value in from.Values()) into.Add(value, _limit);
    }

    /// <inheritdoc/>
    public int Result(ref DistinctSet<T> state) => state.Count;

    /// <inheritdoc/>
    public long SizeOf(ref DistinctSet<T> state) => state.Size();

    /// <inheritdoc/>
    public void Write(ref DistinctSet<T> state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(state.Count);
        foreach (var value in state.Values()) ValueCodec<T>.Write(writer, value);
    }

    /// <inheritdoc/>
    public DistinctSet<T> Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var state = default(DistinctSet<T>);
        for (var left = reader.ReadInt32(); left > 0; left--) state.Add(ValueCodec<T>.Read(reader), int.MaxValue);
        return state;
    }
}
