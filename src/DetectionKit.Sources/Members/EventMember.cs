using System.Linq.Expressions;
using System.Reflection;

namespace DetectionKit.Sources.Members;

/// <summary>The members of an event type by their names.</summary>
internal static class EventMember
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The property or field of a name: that which hides others, where base types have some of the name.</summary>
    public static MemberInfo? Find(Type type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (((MemberInfo?)declaring.GetProperty(name, Own) ?? declaring.GetField(name, Own)) is { } member) return member;
        }

        return null;
    }

    /// <summary>The type of a member's values.</summary>
    public static Type TypeOf(MemberInfo member) => (member as PropertyInfo)?.PropertyType ?? ((FieldInfo)member).FieldType;

    /// <summary>What gives a member of an event.</summary>
    public static Expression<Func<T, V>> Access<T, V>(MemberInfo member)
    {
        var e = Expression.Parameter(typeof(T), "e");
        return Expression.Lambda<Func<T, V>>(Expression.MakeMemberAccess(e, member), e);
    }
}
