namespace DetectionKit.Tests.Engine;

/// <summary>A sum times a number.</summary>
public sealed class ScaledSum(int by) : IAggregate<int, int, int>
{
    public void Add(ref int state, int value, long time) => state += value;

    public void Merge(ref int into, ref int from) => into += from;

    public int Result(ref int state) => by * state;

    public long SizeOf(ref int state) => 0;

    public void Write(ref int state, BinaryWriter writer) => writer.Write(state);

    public int Read(BinaryReader reader) => reader.ReadInt32();
}
