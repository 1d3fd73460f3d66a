namespace DetectionKit;

/// <summary>The number of events.</summary>
public readonly struct CountAggregate : IRemovableAggregate<NoValue, int, int>
{
    /// <inheritdoc/>
    public void Add(ref int state, NoValue value, long time) => state++;

    /// <inheritdoc/>
    public void Remove(ref int state, NoValue value, long time) => state--;

    /// <inheritdoc/>
    public void Merge(ref int into, ref int from) => into += from;

    /// <inheritdoc/>
    public int Result(ref int state) => state;

    /// <inheritdoc/>
    public long SizeOf(ref int state) => sizeof(int);

    /// <inheritdoc/>
    public void Write(ref int state, BinaryWriter writer) => writer.Write(state);

    /// <inheritdoc/>
    public int Read(BinaryReader reader) => reader.ReadInt32();
}
