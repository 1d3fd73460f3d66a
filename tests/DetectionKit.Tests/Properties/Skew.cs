namespace DetectionKit.Tests.Properties;

/// <summary>A user's own aggregate: the difference of two counts, times a weight that is an option.</summary>
internal sealed class Skew(int weight) : IAggregate<bool, Skew.Counts, long>
{
    public void Add(ref Counts state, bool value, long time)
    {
        if (value) state.Yes++;
        else state.No++;
    }

    public void Merge(ref Counts into, ref Counts from)
    {
        into.Yes += from.Yes;
        into.No += from.No;
    }

    public long Result(ref Counts state) => (state.Yes - state.No) * weight;

    public long SizeOf(ref Counts state) => 16;

    public void Write(ref Counts state, BinaryWriter writer)
    {
        writer.Write(state.Yes);
        writer.Write(state.No);
    }

    public Counts Read(BinaryReader reader) => new() { Yes = reader.ReadInt64(), No = reader.ReadInt64() };

    internal struct Counts
    {
        internal long Yes;
        internal long No;
    }
}
