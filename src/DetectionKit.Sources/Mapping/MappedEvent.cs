using System.Net;
using System.Reflection;
using DetectionKit.Sources.Documents;

namespace DetectionKit.Sources.Mapping;

/// <summary>Makes events of a type from the fields of an object: by its longest constructor, then by its setters.</summary>
internal static class MappedEvent
{
    private static readonly NullabilityInfoContext s_nullability = new();

    /// <summary>The members that can be given a value.</summary>
    internal static IReadOnlyList<string> MembersOf(Type type) =>
        [.. ConstructorOf(type).GetParameters().Select(p => p.Name!), .. SettersOf(type).Select(p => p.Name)];

    /// <summary>The members that must have one: those whose type has no null.</summary>
    internal static IReadOnlyList<string> RequiredOf(Type type) => [.. ConstructorOf(type).GetParameters().Where(IsRequired).Select(p => p.Name!)];

    /// <summary>Makes an event.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="found">The object.</param>
    /// <param name="fields">Where each member stands.</param>
    /// <param name="made">The event.</param>
    /// <returns>Null, or what is wrong, naming the member and its field.</returns>
    internal static string? Make(Type type, JsonDocumentFields found, IReadOnlyDictionary<string, string[]> fields, out object? made)
    {
        made = null;
        var constructor = ConstructorOf(type);
        var parameters = constructor.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (Value(parameters[i].Name!, parameters[i].ParameterType, found, fields, out arguments[i]) is { } fault) return fault;
            if (arguments[i] is null && IsRequired(parameters[i])) return $"{parameters[i].Name} ({string.Join(", ", fields[parameters[i].Name!])}) is missing";
        }

        var item = constructor.Invoke(arguments);
        foreach (var setter in SettersOf(type).Where(setter => fields.ContainsKey(setter.Name)))
        {
            if (Value(setter.Name, setter.PropertyType, found, fields, out var value) is { } fault) return fault;
            if (value is not null) setter.SetValue(item, value);
        }

        made = item;
        return null;
    }

    private static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length)
        ?? throw new NotSupportedException($"{type.Name} has no public constructor.");

    private static IEnumerable<PropertyInfo> SettersOf(Type type)
    {
        var parameters = ConstructorOf(type).GetParameters().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !parameters.Contains(p.Name));
    }

    private static bool IsRequired(ParameterInfo parameter)
    {
        if (parameter.ParameterType.IsValueType) return Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        lock (s_nullability) return s_nullability.Create(parameter).WriteState == NullabilityState.NotNull;
    }

    private static string? Value(string member, Type type, JsonDocumentFields found, IReadOnlyDictionary<string, string[]> fields, out object? value)
    {
        value = null;
        if (!fields.TryGetValue(member, out var paths) || found.Text(paths) is not { } text) return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        value = plain == typeof(string) ? text
            : plain == typeof(DateTimeOffset) ? found.Time(out var time, paths) is null ? time : null
            : plain == typeof(IPAddress) ? found.AddressOrNull(paths)
            : plain == typeof(bool) ? bool.TryParse(text, out var truth) ? truth : text is "1" or "0" ? text == "1" : null
            : plain == typeof(double) ? found.Number(paths)
            : plain == typeof(TimeSpan) ? found.Number(paths) is { } seconds && Math.Abs(seconds) < 1e9 ? TimeSpan.FromSeconds(seconds) : null
            : plain == typeof(long) ? found.Integer(paths)
            : plain == typeof(int) ? found.Integer(paths) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null
            : plain.IsEnum && Enum.TryParse(plain, text, ignoreCase: true, out var named) ? named : null;
        return value is null ? $"{member} ({string.Join(", ", paths)}) can't be read as {plain.Name}: {JsonDocumentFields.Shorten(text)}" : null;
    }
}
