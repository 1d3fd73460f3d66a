using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit;

/// <summary>Finds the event time of an event type: the marked member, else the only <see cref="DateTimeOffset"/> member.</summary>
internal static class EventTime
{
    internal static LambdaExpression Of(Type type)
    {
        var members = (type.IsInterface ? [type, .. type.GetInterfaces()] : (Type[])[type]).SelectMany(declaring => declaring.GetMembers(BindingFlags.Public | BindingFlags.Instance))
            .Where(member => (member as PropertyInfo)?.PropertyType == typeof(DateTimeOffset) || (member as FieldInfo)?.FieldType == typeof(DateTimeOffset))
            .DistinctBy(member => member.Name)
            .ToList();
        var marked = members.Where(member => member.IsDefined(typeof(EventTimeAttribute))).ToList();
        var candidates = marked.Count > 0 ? marked : members;
        var example = $"override EventTime in the detection (e => e.…), write events.Of<{type.Name}>(e => e.…), or mark one with [EventTime]";
        return candidates.Count switch
        {
            1 => Access(type, candidates[0]),
            0 => throw new InvalidOperationException($"{type.Name} has no DateTimeOffset member to take as event time: {example}."),
            _ => throw new InvalidOperationException($"{type.Name} has {candidates.Count} DateTimeOffset members ({string.Join(", ", candidates.Select(c => c.Name))}): {example}."),
        };
    }

    /// <summary>A time as a date; beyond the first and the last date there are, that date. Windows of events near either reach there.</summary>
    internal static DateTimeOffset Instant(long ticks) => new(Math.Clamp(ticks, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>The end of a span, at most the last date there is: a span may be as long as <see cref="TimeSpan.MaxValue"/>.</summary>
    internal static long After(long ticks, long span) => span > DateTimeOffset.MaxValue.Ticks - ticks ? DateTimeOffset.MaxValue.Ticks : ticks + span;

    private static LambdaExpression Access(Type type, MemberInfo member)
    {
        var e = Expression.Parameter(type, "e");
        return Expression.Lambda(Expression.MakeMemberAccess(e, member), e);
    }
}
