namespace DetectionKit.Engine;

/// <summary>No (more) aggregates.</summary>
internal readonly struct FoldEnd : IFold<NoValue, NoState>
{
    public void Add(ref NoState state, in NoValue input, long time)
    {
    }

    public void Merge(ref NoState into, ref NoState from)
    {
    }

    public long SizeOf(ref NoState state) => 0;

    public void ForEachAggregate(Action<object> visit)
    {
    }
}
