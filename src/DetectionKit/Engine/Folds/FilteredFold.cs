namespace DetectionKit.Engine;

/// <summary>One aggregate over the part of the pane that passes a filter.</summary>
internal struct FilteredFold<TFold, TInput, TState>(TFold fold) : IFold<Filtered<TInput>, TState>
    where TFold : struct, IFold<TInput, TState>
    where TState : struct
{
    public TFold Inner = fold;

    public void Add(ref TState state, in Filtered<TInput> input, long time)
    {
        if (input.Passes) Inner.Add(ref state, input.Value, time);
    }

    public void Merge(ref TState into, ref TState from) => Inner.Merge(ref into, ref from);

    public long SizeOf(ref TState state) => Inner.SizeOf(ref state);

    public void ForEachAggregate(Action<object> visit) => Inner.ForEachAggregate(visit);
}
