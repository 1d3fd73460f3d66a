namespace DetectionKit.Samples.Tests.WritingDetections;

// <snippet aggregate>
/// <summary>The part that the largest value has in the sum: 1 when there is one transfer, little when there are many.</summary>
public readonly struct LargestShareAggregate : IAggregate<long, LargestShareAggregate.State, double>
{
    public record struct State(long Sum, long Largest);

    public void Add(ref State state, long value, long time) => state = new(state.Sum + value, Math.Max(state.Largest, value));

    public void Merge(ref State into, ref State from) => into = new(into.Sum + from.Sum, Math.Max(into.Largest, from.Largest));

    public double Result(ref State state) => state.Sum == 0 ? double.NaN : (double)state.Largest / state.Sum;

    public long SizeOf(ref State state) => 2 * sizeof(long);

    public void Write(ref State state, BinaryWriter writer)
    {
        writer.Write(state.Sum);
        writer.Write(state.Largest);
    }

    public State Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());
}
// </snippet>
