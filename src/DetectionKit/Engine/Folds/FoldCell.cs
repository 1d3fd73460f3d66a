namespace DetectionKit.Engine;

/// <summary>An aggregate and the aggregates after it.</summary>
internal struct FoldCell<TFold, TInput, TState, TRestFold, TRestInput, TRestState>(TFold fold, TRestFold rest)
    : IFold<Cell<TInput, TRestInput>, Cell<TState, TRestState>>
    where TFold : struct, IFold<TInput, TState>
    where TState : struct
    where TRestFold : struct, IFold<TRestInput, TRestState>
    where TRestState : struct
{
    // Public mutable fields: compiled expressions reach the aggregates by address, without a copy.
    public TFold Head = fold;
    public TRestFold Rest = rest;

    public void Add(ref Cell<TState, TRestState> state, in Cell<TInput, TRestInput> input, long time)
    {
        Head.Add(ref state.Head, input.Head, time);
        Rest.Add(ref state.Rest, input.Rest, time);
    }

    public void Merge(ref Cell<TState, TRestState> into, ref Cell<TState, TRestState> from)
    {
        Head.Merge(ref into.Head, ref from.Head);
        Rest.Merge(ref into.Rest, ref from.Rest);
    }

    public long SizeOf(ref Cell<TState, TRestState> state) => Head.SizeOf(ref state.Head) + Rest.SizeOf(ref state.Rest);

    public void ForEachAggregate(Action<object> visit)
    {
        Head.ForEachAggregate(visit);
        Rest.ForEachAggregate(visit);
    }
}
