namespace DetectionKit.Engine;

/// <summary>All aggregates of a pane as one: a chain of structs that the JIT turns into straight code.</summary>
/// <typeparam name="TInput">What one event adds.</typeparam>
/// <typeparam name="TState">The state.</typeparam>
internal interface IFold<TInput, TState>
    where TState : struct
{
    void Add(ref TState state, in TInput input, long time);

    void Merge(ref TState into, ref TState from);

    long SizeOf(ref TState state);

    void ForEachAggregate(Action<object> visit);
}
