using System.Text.Json.Serialization.Metadata;

namespace DetectionKit.Sources.Contracts;

/// <summary>Finds the event time of a user's type, by which several inputs are merged under a tolerance: its only member of type DateTimeOffset.</summary>
internal static class ContractTime
{
    /// <summary>The property of the member.</summary>
    /// <exception cref="ArgumentException">There is no such member, or more than one.</exception>
    public static JsonPropertyInfo Of<T>(JsonTypeInfo<T> contract)
    {
        var times = contract.Properties.Where(p => p.PropertyType == typeof(DateTimeOffset) && p.Get is not null).ToArray();
        if (times is [var only]) return only;
        var found = times.Length == 0 ? "no readable member" : $"{times.Length} members ({string.Join(", ", times.Select(t => t.Name))})";
        throw new ArgumentException(
            $"Several inputs under a tolerance are merged by event time, and {typeof(T).Name} has {found} of type DateTimeOffset: give the time parameter.",
            nameof(contract));
    }
}
