namespace DetectionKit;

/// <summary>
/// The distinct values, in order, up to a limit: where there are more, the least are kept, so that the order of events does not matter. Null is no value.
/// </summary>
/// <typeparam name="T">The type of a value.</typeparam>
public sealed class DistinctValuesAggregate<T> : IAggregate<T, KeptValues<T>, IReadOnlyList<T>>
{
    private readonly int _limit;

    /// <summary>Makes the aggregate.</summary>
    /// <param name="limit">The most values kept, from 1.</param>
    public DistinctValuesAggregate(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        _limit = limit;
    }

    /// <inheritdoc/>
    public void Add(ref KeptValues<T> state, T value, long time)
    {
        if (value is not null) state.Keep(value, _limit);
    }

    /// <inheritdoc/>
    public void Merge(ref KeptValues<T> into, ref KeptValues<T> from)
    {
        foreach (var value in from.Values) into.Keep(value, _limit);
    }

    /// <inheritdoc/>
    public IReadOnlyList<T> Result(ref KeptValues<T> state) => [.. state.Values];

    /// <inheritdoc/>
    public long SizeOf(ref KeptValues<T> state) => 16 + (state.Values.Count * (System.Runtime.CompilerServices.Unsafe.SizeOf<T>() + 4L));

    /// <inheritdoc/>
    public void Write(ref KeptValues<T> state, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(state.Values.Count);
        foreach (var value in state.Values) ValueCodec<T>.Write(writer, value);
    }

    /// <inheritdoc/>
    public KeptValues<T> Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var state = default(KeptValues<T>);
        for (var left = reader.ReadInt32(); left > 0; left--) state.Keep(ValueCodec<T>.Read(reader), _limit);
        return state;
    }
}
