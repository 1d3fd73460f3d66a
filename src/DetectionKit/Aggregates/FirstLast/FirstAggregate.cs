namespace DetectionKit;

/// <summary>The value of the earliest event. Of several at that time the least by content, so that the order of arrival does not matter.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public readonly struct FirstAggregate<T> : IAggregate<T, Timed<T>, T>
{
    private const int Direction = -1;

    /// <inheritdoc/>
    public void Add(ref Timed<T> state, T value, long time) => state.Offer(value, time, Direction);

    /// <inheritdoc/>
    public void Merge(ref Timed<T> into, ref Timed<T> from)
    {
        if (from.HasValue) into.Offer(from.Value, from.Time, Direction);
    }

    /// <inheritdoc/>
    public T Result(ref Timed<T> state) => state.Value!;

    /// <inheritdoc/>
    public long SizeOf(ref Timed<T> state) => System.Runtime.CompilerServices.Unsafe.SizeOf<Timed<T>>();

    /// <inheritdoc/>
    public void Write(ref Timed<T> state, BinaryWriter writer) => state.Write(writer);

    /// <inheritdoc/>
    public Timed<T> Read(BinaryReader reader) => Timed<T>.Read(reader);
}
