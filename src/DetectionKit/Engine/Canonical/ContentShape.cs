using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DetectionKit.Engine;

/// <summary>What the content of a declared type consists of.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Item">The type wrapped or listed, for the kinds that have one.</param>
internal readonly record struct ContentShape(ContentKind Kind, Type? Item = null)
{
    internal static ContentShape Of(Type type)
    {
        if (ScalarContent.Has(type)) return new(ContentKind.Scalar);
        if (type.IsEnum) return new(ContentKind.Enumeration, Enum.GetUnderlyingType(type));
        if (Nullable.GetUnderlyingType(type) is { } wrapped) return new(ContentKind.Nullable, wrapped);
        if (type.IsPointer || type.IsByRef || type.IsByRefLike || typeof(Delegate).IsAssignableFrom(type)) return new(ContentKind.Unsupported);
        if (IsFormatted(type)) return new(ContentKind.Formatted);
        if (ItemOf(type) is { } item) return new(IsUnordered(type) ? ContentKind.Set : ContentKind.Sequence, item);
        if (type == typeof(object) || type.IsInterface || type.IsAbstract) return new(ContentKind.Open);
        return new(IsOpaque(type) || IsSealedOff(type) ? ContentKind.Unsupported : ContentKind.Structure);
    }

    /// <summary>The members of a structure, in ordinal order of names: a property that hides another of the same name stands alone.</summary>
    internal static IReadOnlyList<MemberInfo> MembersOf(Type type) =>
        type.GetMembers(BindingFlags.Instance | BindingFlags.Public)
            .Where(m => m is FieldInfo || (m is PropertyInfo p && p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0))
            .GroupBy(m => m.Name, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(m => Depth(m.DeclaringType)).First())
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .ToList();

    internal static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    private static int Depth(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType) depth++;
        return depth;
    }

    private static bool IsFormatted(Type type) =>
        typeof(IFormattable).IsAssignableFrom(type)
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>) && i.GenericTypeArguments[0] == type);

    private static Type? ItemOf(Type type)
    {
        if (!typeof(IEnumerable).IsAssignableFrom(type)) return null;
        var items = GenericArguments(type, typeof(IEnumerable<>)).OrderBy(t => t.ToString(), StringComparer.Ordinal).ToList();
        return items.Count == 0 ? typeof(object) : items[0];
    }

    private static bool IsUnordered(Type type) =>
        typeof(IDictionary).IsAssignableFrom(type)
        || GenericArguments(type, typeof(IReadOnlySet<>)).Any()
        || GenericArguments(type, typeof(ISet<>)).Any()
        || Implements(type, typeof(IReadOnlyDictionary<,>))
        || Implements(type, typeof(IDictionary<,>));

    private static bool Implements(Type type, Type generic) =>
        type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic);

    private static IEnumerable<Type> GenericArguments(Type type, Type generic) =>
        type.GetInterfaces().Append(type).Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == generic).Select(i => i.GenericTypeArguments[0]);

    private static bool IsSealedOff(Type type) =>
        MembersOf(type).Count == 0 && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Length > 0;

    /// <summary>The platform's own classes hold their value in private; only its tuples and pairs show all that they are.</summary>
    private static bool IsOpaque(Type type) =>
        type.Assembly.GetName().Name is { } assembly
        && (assembly is "System" or "mscorlib" or "netstandard" || assembly.StartsWith("System.", StringComparison.Ordinal))
        && !typeof(ITuple).IsAssignableFrom(type)
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));
}
