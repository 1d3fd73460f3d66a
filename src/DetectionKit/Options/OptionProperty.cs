using System.Collections.Concurrent;
using System.Reflection;

namespace DetectionKit;

/// <summary>One option of an options class: a public property that can be set or initialised, or that holds a group of options.</summary>
internal sealed class OptionProperty
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<OptionProperty>> s_properties = new();
    private readonly PropertyInfo _property;

    private OptionProperty(PropertyInfo property)
    {
        _property = property;
        var nullability = new NullabilityInfoContext().Create(property);
        AllowsNull = property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : nullability.ReadState != NullabilityState.NotNull;
    }

    internal string Name => _property.Name;

    internal Type Type => _property.PropertyType;

    internal bool CanSet => _property.SetMethod is { IsPublic: true };

    internal bool AllowsNull { get; }

    internal PropertyInfo Info => _property;

    /// <summary>Whether the value is an object of further options.</summary>
    internal bool IsGroup => OptionListBinding.For(Type) is null && OptionScalar.For(Type) is null;

    /// <summary>The options of a class, those of its base first, in the order of declaration.</summary>
    internal static IReadOnlyList<OptionProperty> Of(Type type) => s_properties.GetOrAdd(type, static t => Read(t));

    internal object? Get(object target) => _property.GetValue(target);

    internal void Set(object target, object? value) => _property.SetValue(target, value);

    private static List<OptionProperty> Read(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
            .GroupBy(p => p.Name, StringComparer.Ordinal)
            .Select(g => g.MaxBy(p => Depth(p.DeclaringType))!)
            .Select(p => new OptionProperty(p))
            .Where(p => p.CanSet || (p.IsGroup && p.Type.IsClass && !IsOfPlatform(p.Type)))
            .OrderBy(p => Depth(p._property.DeclaringType))
            .ThenBy(p => p._property.MetadataToken)
            .ToList();

    private static bool IsOfPlatform(Type type) => type.Assembly.GetName().Name is { } name && name.StartsWith("System.", StringComparison.Ordinal);

    private static int Depth(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType) depth++;
        return depth;
    }
}
