namespace DetectionKit;

/// <summary>The rhythm of a pane's events. Its state is bounded: see <see cref="EventTimes"/>.</summary>
public readonly struct RhythmAggregate : IAggregate<NoValue, EventTimes, Rhythm>
{
    /// <inheritdoc/>
    public void Add(ref EventTimes state, NoValue value, long time) => state.Add(time);

    /// <inheritdoc/>
    public void Merge(ref EventTimes into, ref EventTimes from) => into.Add(from);

    /// <inheritdoc/>
    public Rhythm Result(ref EventTimes state) => RhythmMeasures.Of(state);

    /// <inheritdoc/>
    public long SizeOf(ref EventTimes state) => state.Size;

    /// <inheritdoc/>
    public void Write(ref EventTimes state, BinaryWriter writer) => state.Write(writer);

    /// <inheritdoc/>
    public EventTimes Read(BinaryReader reader) => EventTimes.Read(reader);
}
