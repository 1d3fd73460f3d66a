namespace DetectionKit;

/// <summary>The greatest value; text compares ordinal. Null counts as nothing; of no values it is <c>default</c>.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public readonly struct MaxAggregate<T> : IAggregate<T, Extreme<T>, T>
{
    private const int Direction = 1;

    /// <inheritdoc/>
    public void Add(ref Extreme<T> state, T value, long time) => state.Offer(value, Direction);

    /// <inheritdoc/>
    public void Merge(ref Extreme<T> into, ref Extreme<T> from)
    {
        if (from.HasValue) into.Offer(from.Value, Direction);
    }

    /// <inheritdoc/>
    public T Result(ref Extreme<T> state) => state.Value!;

    /// <inheritdoc/>
    public long SizeOf(ref Extreme<T> state) => System.Runtime.CompilerServices.Unsafe.SizeOf<Extreme<T>>();

    /// <inheritdoc/>
    public void Write(ref Extreme<T> state, BinaryWriter writer) => state.Write(writer);

    /// <inheritdoc/>
    public Extreme<T> Read(BinaryReader reader) => Extreme<T>.Read(reader);
}
