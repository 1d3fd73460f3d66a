using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DetectionKit.CommandLine.Reading;

/// <summary>Finds how JSON becomes an event of a user's own type: by a source-generated contract in its assembly, else by its properties.</summary>
internal static class EventContract
{
    /// <summary>The contract.</summary>
    /// <param name="timeMembers">The members that the event time is read from: a record without one is malformed.</param>
    /// <exception cref="CommandException">The type can't be made from JSON.</exception>
    internal static JsonTypeInfo<T> Of<T>(IReadOnlyList<string> timeMembers)
    {
        var type = typeof(T);
        if (type.Assembly == typeof(Detection).Assembly || type.IsAbstract || type.IsInterface || type == typeof(object))
        {
            throw new CommandException($"No format gives {type.Name} events, and {type.Name} can't be made from JSON objects. Formats there are: {KnownFormats.Names}.");
        }

        return Generated<T>() ?? ByProperties<T>(timeMembers);
    }

    private static JsonTypeInfo<T>? Generated<T>()
    {
        foreach (var type in typeof(T).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(JsonSerializerContext))))
        {
            var context = type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as JsonSerializerContext;
            if (context?.GetTypeInfo(typeof(T)) is JsonTypeInfo<T> contract) return contract;
        }

        return null;
    }

    private static JsonTypeInfo<T> ByProperties<T>(IReadOnlyList<string> timeMembers)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(contract =>
        {
            if (contract.Type != typeof(T)) return;
            foreach (var property in contract.Properties)
            {
                if (property.AttributeProvider is MemberInfo member && timeMembers.Contains(member.Name)) property.IsRequired = true;
            }
        });
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = resolver,
            IncludeFields = true,
            Converters = { new JsonStringEnumConverter(), new AddressJsonConverter() },
        };
        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            throw new CommandException($"{typeof(T).Name} can't be read from JSON: {e.Message} Give its assembly a JsonSerializerContext with [JsonSerializable(typeof({typeof(T).Name}))].", e);
        }
    }
}
