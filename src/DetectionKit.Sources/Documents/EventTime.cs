using System.Reflection;

namespace DetectionKit.Sources.Documents;

/// <summary>Finds the event time of a type of events.</summary>
internal static class EventTime
{
    /// <summary>Its only member of type <see cref="DateTimeOffset"/>; null where there is none, or more than one.</summary>
    public static PropertyInfo? MemberOf(Type type) => type.GetProperties().Where(property => property.PropertyType == typeof(DateTimeOffset)).ToArray() is [var only] ? only : null;
}
