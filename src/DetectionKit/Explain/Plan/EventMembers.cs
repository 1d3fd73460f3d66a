using System.Reflection;

namespace DetectionKit;

/// <summary>What a source can know of an event type's members.</summary>
internal static class EventMembers
{
    /// <summary>Whether a member can't be given: a property without a setter that no public constructor takes by name.</summary>
    internal static bool IsComputed(Type type, string member) =>
        type.GetProperty(member, BindingFlags.Instance | BindingFlags.Public) is { SetMethod: null }
        && !type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => string.Equals(parameter.Name, member, StringComparison.OrdinalIgnoreCase));
}
