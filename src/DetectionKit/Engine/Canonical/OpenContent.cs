using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace DetectionKit.Engine;

/// <summary>Writers by the type of the object at hand.</summary>
internal static class OpenContent
{
    private static readonly ConcurrentDictionary<Type, Action<CanonicalBytes, object>> s_writers = new();

    /// <exception cref="NotSupportedException">The type has no content that could be written.</exception>
    internal static Action<CanonicalBytes, object> Of(Type type) => s_writers.GetOrAdd(type, Build);

    internal static Action<CanonicalBytes, object> Build(Type type)
    {
        type = ScalarBaseOf(type) ?? type;
        ContentVerifier.Verify(type);
        var kind = ContentShape.Of(type).Kind;
        if (kind == ContentKind.Open) throw new NotSupportedException(ContentVerifier.Message(type, []));
        var bytes = Expression.Parameter(typeof(CanonicalBytes), "bytes");
        var value = Expression.Parameter(typeof(object), "value");
        var typed = Expression.Convert(value, type);
        if (kind != ContentKind.Structure)
        {
            var whole = Expression.Lambda<Action<CanonicalBytes, object>>(ContentExpression.Of(bytes, typed), bytes, value);
            return kind == ContentKind.Formatted ? Named(type, whole) : whole.Compile();
        }

        var variable = Expression.Variable(type, "typed");
        var members = Expression.Block([variable], Expression.Assign(variable, typed), ContentExpression.Members(bytes, variable));
        return Named(type, Expression.Lambda<Action<CanonicalBytes, object>>(members, bytes, value));
    }

    private static Action<CanonicalBytes, object> Named(Type type, Expression<Action<CanonicalBytes, object>> writer)
    {
        var write = writer.Compile();
        var name = NameOf(type);
        return (bytes, value) =>
        {
            bytes.TypeOfNext(name);
            write(bytes, value);
        };
    }

    /// <summary>The platform hands out hidden subclasses of its scalars, such as that of <see cref="System.Net.IPAddress.Loopback"/>.</summary>
    private static Type? ScalarBaseOf(Type type)
    {
        var scalar = type;
        while (scalar is not null && !ScalarContent.Has(scalar)) scalar = scalar.BaseType;
        return scalar;
    }

    /// <summary>The compiler numbers anonymous types anew in each build, so their members' names stand for them.</summary>
    private static string NameOf(Type type) => type.Name.StartsWith('<')
        ? string.Join(',', ContentShape.MembersOf(type).Select(m => m.Name))
        : type.FullName is { } name && !type.IsGenericType ? name : type.ToString();
}
