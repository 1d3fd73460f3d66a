using System.Linq.Expressions;
using DetectionKit.Testing.Events;

namespace DetectionKit.Testing.Generation;

/// <summary>A condition that an event is to meet, or not to meet.</summary>
internal sealed class EventRequirement
{
    private readonly Func<object, bool> _test;
    private readonly EventShape _shape;
    private readonly bool _wanted;

    private EventRequirement(Expression condition, EventShape shape, Func<object, bool> test, IReadOnlyList<string> members, bool wanted) =>
        (Condition, _shape, _test, Members, _wanted) = (condition, shape, test, members, wanted);

    internal Expression Condition { get; }

    /// <summary>The members that it reads and that can be set.</summary>
    internal IReadOnlyList<string> Members { get; }

    internal static EventRequirement Of(Expression condition, ParameterExpression e, bool wanted = true)
    {
        var shape = EventShape.Of(e.Type);
        var any = Expression.Parameter(typeof(object), "any");
        var body = Expression.Block([e], Expression.Assign(e, Expression.Convert(any, e.Type)), condition);
        var test = Expression.Lambda<Func<object, bool>>(body, any).Compile(preferInterpretation: true);
        return new(condition, shape, test, [.. MemberValues.ReadBy(condition, e).Where(shape.Members.ContainsKey)], wanted);
    }

    internal EventRequirement Not() => new(Condition, _shape, _test, Members, !_wanted);

    internal bool IsMetBy(IReadOnlyDictionary<string, object?> values)
    {
        try
        {
            return _test(_shape.Make(values)) == _wanted;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The engine sets such an event aside: it meets nothing.
            return false;
        }
    }
}
