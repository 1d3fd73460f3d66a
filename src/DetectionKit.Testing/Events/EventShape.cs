using System.Collections.Concurrent;
using System.Reflection;

namespace DetectionKit.Testing.Events;

/// <summary>How an event of a type is made of the values of its members.</summary>
internal sealed class EventShape
{
    private static readonly ConcurrentDictionary<Type, EventShape> s_shapes = [];
    private readonly Type _type;
    private readonly ConstructorInfo? _constructor;
    private readonly List<PropertyInfo> _setters;

    private EventShape(Type type)
    {
        _type = type;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToList();
        _constructor = type.IsAbstract ? null : type.GetConstructors()
            .Where(c => c.GetParameters().All(p => properties.Exists(known => Named(known, p) && known.PropertyType == p.ParameterType)))
            .MaxBy(c => c.GetParameters().Length);
        var parameters = _constructor?.GetParameters() ?? [];
        _setters = properties.FindAll(p => p.SetMethod is { IsPublic: true } && !parameters.Any(known => Named(p, known)));
        Members = properties.Where(p => _setters.Contains(p) || parameters.Any(known => Named(p, known))).ToDictionary(p => p.Name, p => p.PropertyType, StringComparer.Ordinal);
        var times = properties.FindAll(p => p.PropertyType == typeof(DateTimeOffset) && Members.ContainsKey(p.Name));
        TimeMember = (times.Find(p => p.IsDefined(typeof(EventTimeAttribute))) ?? (times.Count == 1 ? times[0] : null))?.Name;
    }

    /// <summary>The members that can be given a value, and their types.</summary>
    internal IReadOnlyDictionary<string, Type> Members { get; }

    /// <summary>The event time, where it is clear.</summary>
    internal string? TimeMember { get; }

    internal static EventShape Of(Type type) => s_shapes.GetOrAdd(type, static t => new(t));

    internal Exception HasNoTime() => new NotSupportedException($"{_type.Name} has no DateTimeOffset member that can be set, or several and none is marked [EventTime].");

    /// <summary>An event with these values; members that are not named have those that stand for any.</summary>
    internal object Make(IReadOnlyDictionary<string, object?> values)
    {
        object? Value(string name, Type type) => values.TryGetValue(name, out var value) ? value : SampleValue.Of(name, type);
        if (_constructor is null && !_type.IsValueType) throw new NotSupportedException($"{_type.Name} can't be made from its members: it needs a public constructor whose parameters are named like its properties.");
        var made = _constructor is null
            ? Activator.CreateInstance(_type)!
            : _constructor.Invoke([.. _constructor.GetParameters().Select(p => Value(Members.Keys.First(name => name.Equals(p.Name, StringComparison.OrdinalIgnoreCase)), p.ParameterType))]);
        foreach (var property in _setters)
        {
            if (values.ContainsKey(property.Name) || property.GetValue(made) is null) property.SetValue(made, Value(property.Name, property.PropertyType));
        }

        return made;
    }

    private static bool Named(PropertyInfo property, ParameterInfo parameter) => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);
}
