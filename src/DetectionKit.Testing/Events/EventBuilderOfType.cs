using System.Linq.Expressions;

namespace DetectionKit.Testing.Events;

/// <summary>Makes events of a type, alike but for what is said of them. It never changes: each call gives another.</summary>
/// <typeparam name="T">The type of an event.</typeparam>
public sealed class EventBuilder<T>
{
    private readonly Dictionary<string, object?> _values;

    internal EventBuilder(Dictionary<string, object?> values) => _values = values;

    /// <summary>The same events with another value of a member.</summary>
    /// <param name="member">The member: <c>c => c.Host</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">That is no member of the event which can be set.</exception>
    public EventBuilder<T> With<TValue>(Expression<Func<T, TValue>> member, TValue value)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.Body is not MemberExpression { Expression: ParameterExpression, Member: var named }) throw new ArgumentException($"{member} is no member of {typeof(T).Name}: write x => x.Member.", nameof(member));
        if (!EventShape.Of(typeof(T)).Members.ContainsKey(named.Name)) throw new ArgumentException($"{typeof(T).Name}.{named.Name} can't be set: neither a constructor nor a setter takes it.", nameof(member));
        return new(new(_values) { [named.Name] = value });
    }

    /// <summary>An event at a time.</summary>
    /// <param name="time">Hours and minutes from the midnight, as <see cref="VirtualTime.At"/> reads them.</param>
    public T At(string time) => At(VirtualTime.At(time));

    /// <summary>An event at a time.</summary>
    public T At(DateTimeOffset time)
    {
        var shape = EventShape.Of(typeof(T));
        return (T)shape.Make(new Dictionary<string, object?>(_values) { [shape.TimeMember ?? throw shape.HasNoTime()] = time });
    }

    /// <summary>Events one after the other.</summary>
    /// <param name="period">The time between two.</param>
    /// <param name="times">How many, zero or more.</param>
    /// <param name="from">When the first is.</param>
    public IEnumerable<T> Every(TimeSpan period, int times, string from = "00:00")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        var start = VirtualTime.At(from);
        return Enumerable.Range(0, times).Select(i => At(start + (i * period)));
    }
}
