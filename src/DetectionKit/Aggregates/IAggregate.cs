namespace DetectionKit;

/// <summary>
/// An aggregate: how a pane's values become one result. Implement it and call <c>w.Aggregate(new X(), c => c.Value)</c>, or write an extension method on
/// <see cref="Pane{T}"/> marked <see cref="AggregateAttribute"/>. Nothing else needs to know of it.
/// </summary>
/// <remarks>
/// <c>default(TState)</c> is the state of no values. The result must not depend on the order in which values are added or states merged, else the same
/// events would give other alerts when they arrive in another order. An implementation has no state of its own but its parameters.
/// </remarks>
/// <typeparam name="TValue">What is added; <see cref="NoValue"/> when only the event itself counts.</typeparam>
/// <typeparam name="TState">The state, a struct, passed by reference.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public interface IAggregate<TValue, TState, TResult>
    where TState : struct
{
    /// <summary>Adds a value.</summary>
    /// <param name="state">The state to change.</param>
    /// <param name="value">The value.</param>
    /// <param name="time">The event time, in UTC ticks of 100 ns.</param>
    void Add(ref TState state, TValue value, long time);

    /// <summary>Adds all that <paramref name="from"/> holds to <paramref name="into"/>. <paramref name="from"/> stays as it is, and the two share nothing after.</summary>
    void Merge(ref TState into, ref TState from);

    /// <summary>The result of a state.</summary>
    TResult Result(ref TState state);

    /// <summary>The bytes that the state holds, the struct itself included. An estimate that grows with the state.</summary>
    long SizeOf(ref TState state);

    /// <summary>Writes a state to a checkpoint.</summary>
    void Write(ref TState state, BinaryWriter writer);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    TState Read(BinaryReader reader);
}
