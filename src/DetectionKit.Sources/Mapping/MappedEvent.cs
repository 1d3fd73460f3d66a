using System.Reflection;
using DetectionKit.Sources.Documents;

namespace DetectionKit.Sources.Mapping;

/// <summary>Makes events of a type from the fields of an object: by its longest constructor, then by its setters.</summary>
internal sealed class MappedEvent
{
    private readonly ConstructorInvoker _invoker;
    private readonly (PropertyInfo Property, MappedMember Member)[] _setters;

    /// <param name="type">The event type.</param>
    /// <param name="fields">Where each member stands.</param>
    public MappedEvent(Type type, IReadOnlyDictionary<string, string[]> fields)
    {
        Constructor = ConstructorOf(type);
        _invoker = ConstructorInvoker.Create(Constructor);
        Parameters = [.. Constructor.GetParameters().Select(p => MappedMember.Of(p.Name!, p.ParameterType, fields.GetValueOrDefault(p.Name!, []), IsRequired(p)))];
        _setters = [.. SettersOf(type).Where(p => fields.ContainsKey(p.Name)).Select(p => (p, MappedMember.Of(p.Name, p.PropertyType, fields[p.Name], isRequired: false)))];
    }

    /// <summary>The constructor.</summary>
    public ConstructorInfo Constructor { get; }

    /// <summary>What the constructor takes.</summary>
    public IReadOnlyList<MappedMember> Parameters { get; }

    /// <summary>What is set then.</summary>
    public IEnumerable<MappedMember> Settable => _setters.Select(setter => setter.Member);

    /// <summary>The members of a type that can be given a value.</summary>
    public static IReadOnlyList<string> MembersOf(Type type) =>
        [.. ConstructorOf(type).GetParameters().Select(p => p.Name!), .. SettersOf(type).Select(p => p.Name)];

    /// <summary>The members that must have one: those whose type has no null.</summary>
    public static IReadOnlyList<string> RequiredOf(Type type) => [.. ConstructorOf(type).GetParameters().Where(IsRequired).Select(p => p.Name!)];

    /// <summary>Makes an event.</summary>
    /// <param name="found">The object.</param>
    /// <param name="made">The event.</param>
    /// <returns>Null, or what is wrong, naming the member and its paths.</returns>
    public string? Make(JsonDocumentFields found, out object? made)
    {
        made = null;
        var arguments = new object?[Parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Parameters[i].Read(found, out arguments[i]) is { } fault) return fault;
        }

        var item = _invoker.Invoke(arguments.AsSpan());
        foreach (var (property, member) in _setters)
        {
            if (member.Read(found, out var value) is { } fault) return fault;
            if (value is not null) property.SetValue(item, value);
        }

        made = item;
        return null;
    }

    /// <summary>The constructor that takes most.</summary>
    public static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length)
        ?? throw new NotSupportedException($"{type.Name} has no public constructor.");

    private static IEnumerable<PropertyInfo> SettersOf(Type type)
    {
        var parameters = ConstructorOf(type).GetParameters().Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return type.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !parameters.Contains(p.Name));
    }

    private static bool IsRequired(ParameterInfo parameter) => parameter.ParameterType.IsValueType
        ? Nullable.GetUnderlyingType(parameter.ParameterType) is null
        : new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;
}
