namespace DetectionKit;

/// <summary>An aggregate that can also take a value out again, exactly as if it had never been added.</summary>
/// <typeparam name="TValue">What is added.</typeparam>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public interface IRemovableAggregate<TValue, TState, TResult> : IAggregate<TValue, TState, TResult>
    where TState : struct
{
    /// <summary>Takes a value out that was added before.</summary>
    /// <param name="state">The state to change.</param>
    /// <param name="value">The value.</param>
    /// <param name="time">Its event time, in UTC ticks of 100 ns.</param>
    void Remove(ref TState state, TValue value, long time);
}
