namespace DetectionKit.Engine;

/// <summary>One aggregate.</summary>
internal struct AggregateFold<TAggregate, TValue, TState, TResult>(TAggregate aggregate) : IFold<TValue, TState>
    where TAggregate : IAggregate<TValue, TState, TResult>
    where TState : struct
{
    private TAggregate _aggregate = aggregate;

    public void Add(ref TState state, in TValue input, long time) => _aggregate.Add(ref state, input, time);

    public void Merge(ref TState into, ref TState from) => _aggregate.Merge(ref into, ref from);

    public long SizeOf(ref TState state) => _aggregate.SizeOf(ref state);

    public TResult Result(ref TState state) => _aggregate.Result(ref state);

    public readonly void ForEachAggregate(Action<object> visit) => visit(_aggregate);
}
