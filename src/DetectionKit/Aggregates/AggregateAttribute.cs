namespace DetectionKit;

/// <summary>
/// Marks an extension method on <see cref="Pane{T}"/> as an aggregate. The method is never called: the engine runs the implementation. Its selector becomes the
/// values added; its other parameters go to the implementation's constructor.
/// </summary>
/// <param name="implementation">
/// The implementation of <see cref="IAggregate{TValue, TState, TResult}"/>. An open generic type takes the method's last type arguments.
/// </param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AggregateAttribute(Type implementation) : Attribute
{
    /// <summary>The implementation.</summary>
    public Type Implementation { get; } = implementation;
}
