using System.Reflection;

namespace DetectionKit;

/// <summary>What can be known of an event type's members.</summary>
internal static class EventMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The property or field of a name: that which hides those of base types; of an interface, also one of those that it extends.</summary>
    internal static MemberInfo? Find(Type type, string name) =>
        Declaring(type).Select(declaring => (MemberInfo?)declaring.GetProperty(name, Declared) ?? declaring.GetField(name, Declared)).FirstOrDefault(member => member is not null);

    /// <summary>Whether a member is the one that a type shows under its name: no other hides it.</summary>
    internal static bool Shows(Type type, MemberInfo member) =>
        Find(type, member.Name) is { } shown && (shown.HasSameMetadataDefinitionAs(member) || (Getter(shown) is { } getter && getter == Getter(member)));

    /// <summary>Whether a member can't be given: a property without a setter that no public constructor takes by name.</summary>
    internal static bool IsComputed(Type type, string member) =>
        Find(type, member) is PropertyInfo { SetMethod: null }
        && !type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Type> Declaring(Type type)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType) yield return declaring;
        if (!type.IsInterface) yield break;
        foreach (var extended in type.GetInterfaces().OrderByDescending(extended => extended.GetInterfaces().Length)) yield return extended;
    }

    // A property and one that overrides it are one.
    private static MethodInfo? Getter(MemberInfo member) => (member as PropertyInfo)?.GetMethod?.GetBaseDefinition();
}
